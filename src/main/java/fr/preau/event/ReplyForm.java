package fr.preau.event;

import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a moderator answers, on a version or on what is published; `confirmed` once they were asked again.
record ReplyForm(
        @Nullable String decision,
        @Nullable String reason,
        @Nullable String sentence,
        @Nullable String confirmed) {
    static final int SENTENCE = 1000;

    @Override
    public String decision() {
        return Objects.toString(decision, "");
    }

    boolean isConfirmed() {
        return "oui".equals(confirmed);
    }

    Form shown() {
        return Form.filled(Map.of(
                "decision", decision(),
                "reason", Objects.toString(reason, ""),
                "sentence", Objects.toString(sentence, "")));
    }

    boolean isOneOf(Form form, String... decisions) {
        if (List.of(decisions).contains(decision())) {
            return true;
        }
        form.refuse("decision", "Choisissez ce que vous décidez.");
        return false;
    }

    /// The reason and the message, its lines kept; empty, and said at the field, when one is missing.
    Optional<Moderation.Reply> reply(Form form) {
        var chosen = Typed.constant(ModerationReason.class, reason);
        var words = Typed.text(sentence);
        if (chosen.isEmpty()) {
            form.refuse("reason", "Choisissez une raison.");
        }
        if (words.isEmpty() || words.length() > SENTENCE) {
            form.refuse(
                    "sentence",
                    "Dites à l'organisateur ce qu'il en est, en %d caractères au plus.".formatted(SENTENCE));
        }
        return form.hasErrors() ? Optional.empty() : chosen.map(one -> new Moderation.Reply(one, words));
    }
}
