package fr.preau.synthesis;

import fr.preau.synthesis.Disposition.Aside;
import fr.preau.synthesis.StatementRepository.Words;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/// What is asked about one or several items, as typed: `element` are items as the page showed them
/// (« identifier.lock », with commas between: a list could be asked for its 99999999th), `vers` the statement they go
/// to, empty for one to write.
record DealForm(
        @Nullable String element,
        @Nullable String vers,
        @Nullable String lien,
        @Nullable String genre,
        @Nullable String texte,
        @Nullable String raison,
        @Nullable String phrase,
        @Nullable String original,
        @Nullable String destinataire,
        @Nullable String nom) {
    static final int STATEMENT = 2000;
    private static final int SENTENCE = 500;
    private static final int MOST = 200;

    static DealForm blank(Item item) {
        return new DealForm(
                null,
                null,
                LinkKind.TAKES_UP.name(),
                item.nature().kind().name(),
                item.text(),
                null,
                null,
                null,
                null,
                null);
    }

    Form shown() {
        return Form.filled(Map.of(
                "vers", Typed.line(vers),
                "lien", Typed.line(lien),
                "genre", Typed.line(genre),
                "texte", Typed.text(texte),
                "raison", Typed.line(raison),
                "phrase", Typed.line(phrase),
                "original", Typed.line(original),
                "destinataire", Typed.line(destinataire),
                "nom", Typed.line(nom)));
    }

    /// Those that are understood, at most so many as one page can show.
    List<Seen> seen() {
        return element == null
                ? List.of()
                : Arrays.stream(StringUtils.commaDelimitedListToStringArray(element))
                        .limit(MOST)
                        .flatMap(one -> seen(one).stream())
                        .toList();
    }

    Optional<LinkKind> link(Form form) {
        var kind = Typed.constant(LinkKind.class, lien);
        if (kind.isEmpty()) {
            form.refuse("lien", "Choisissez ce que l'énoncé en fait.");
        }
        return kind;
    }

    Optional<Words> words(Form form) {
        return words(form, genre, texte);
    }

    static Optional<Words> words(Form form, @Nullable String genre, @Nullable String texte) {
        var kind = Typed.constant(StatementKind.class, genre);
        var words = Typed.text(texte);
        if (kind.isEmpty()) {
            form.refuse("genre", "Choisissez ce qu'est l'énoncé.");
        }
        if (words.isEmpty() || words.length() > STATEMENT) {
            form.refuse("texte", "Écrivez l'énoncé, en %d caractères au plus.".formatted(STATEMENT));
        }
        return form.hasErrors() ? Optional.empty() : kind.map(one -> new Words(one, words));
    }

    Optional<Aside> aside(Form form, Synthesis synthesis, ItemRepository items, Territories territories) {
        var reason = Typed.constant(Reason.class, raison);
        var sentence = Typed.line(phrase);
        if (reason.isEmpty()) {
            form.refuse("raison", "Choisissez une raison.");
        }
        if (sentence.isEmpty() || sentence.length() > SENTENCE) {
            form.refuse("phrase", "Expliquez en une phrase, de %d caractères au plus.".formatted(SENTENCE));
        }
        var other = reason.filter(one -> one == Reason.DUPLICATE)
                .flatMap(_ -> items.named(synthesis.id(), Typed.line(original)));
        var whom = reason.filter(one -> one == Reason.LOCAL).flatMap(_ -> territories.named(Typed.line(destinataire)));
        if (reason.filter(one -> one == Reason.DUPLICATE).isPresent() && other.isEmpty()) {
            form.refuse("original", "Écrivez la référence de celle qui dit déjà la même chose, par exemple C-1204.");
        }
        if (reason.filter(one -> one == Reason.LOCAL).isPresent() && whom.isEmpty()) {
            form.refuse(
                    "destinataire", "Écrivez à quel territoire elle est transmise : un département ou une académie.");
        }
        return form.hasErrors()
                ? Optional.empty()
                : reason.map(one -> new Aside(
                        one,
                        sentence,
                        other.map(Item::id).orElse(null),
                        whom.map(Territory::key).orElse(null)));
    }

    private static Optional<Seen> seen(String typed) {
        var parts = typed.split("\\.", 2);
        return parts.length == 2 && parts[1].matches("\\d{1,9}")
                ? Typed.uuid(parts[0]).map(id -> new Seen(new ItemId(id), Integer.parseInt(parts[1])))
                : Optional.empty();
    }
}
