package fr.preau.contribution;

import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads what a form of this module sent, field by field: what is wrong is said at the field, what was typed is kept.
final class Fields {
    static final int TEXT = 600;
    static final int MOST = 2000;

    private final Map<String, String> typed;
    private final Form form;

    Fields(Map<String, String> typed) {
        this.typed = new HashMap<>(typed);
        form = Form.filled(this.typed);
    }

    Form form() {
        return form;
    }

    boolean hasErrors() {
        return form.hasErrors();
    }

    String raw(String field) {
        return typed.getOrDefault(field, "");
    }

    void put(String field, String value) {
        typed.put(field, value);
    }

    /// Lines are kept; of what no keyboard sends, nothing.
    String text(String field, int most) {
        var text = Typed.text(raw(field));
        var length = text.codePointCount(0, text.length());
        if (length > most) {
            form.refuse(field, "Écrivez %d caractères au plus : il y en a %d.".formatted(most, length));
        }
        return text;
    }

    String required(String field, int most, String sentence) {
        var text = text(field, most);
        if (text.isEmpty()) {
            form.refuse(field, sentence);
        }
        return text;
    }

    /// Empty when nothing is typed.
    OptionalInt count(String field) {
        var words = raw(field).strip();
        if (words.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!words.matches("\\d{1,4}") || Integer.parseInt(words) > MOST) {
            form.refuse(field, "Écrivez un nombre de 0 à %d, en chiffres.".formatted(MOST));
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(words));
    }

    @Nullable
    Integer countOrNull(String field) {
        var count = count(field);
        return count.isPresent() ? Integer.valueOf(count.getAsInt()) : null;
    }

    <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return Typed.constant(type, raw(field));
    }

    <E extends Enum<E>> Optional<E> required(String field, Class<E> type, String sentence) {
        var constant = constant(field, type);
        if (constant.isEmpty()) {
            form.refuse(field, sentence);
        }
        return constant;
    }
}
