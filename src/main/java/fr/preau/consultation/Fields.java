package fr.preau.consultation;

import fr.preau.web.Form;
import fr.preau.web.Typed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads what a form sent, field by field; what is wrong is said at the field, and everything typed is kept.
final class Fields {
    private final MultiValueMap<String, String> typed;
    private final Form form;

    Fields(MultiValueMap<String, String> typed) {
        this.typed = typed;
        form = Form.filled(typed);
    }

    Form form() {
        return form;
    }

    boolean hasErrors() {
        return form.hasErrors();
    }

    String line(String field, int most) {
        return within(field, Typed.line(typed.getFirst(field)), most);
    }

    String requiredLine(String field, int least, int most) {
        return atLeast(field, line(field, most), least);
    }

    String text(String field, int most) {
        return within(field, Typed.text(typed.getFirst(field)), most);
    }

    String requiredText(String field, int least, int most) {
        return atLeast(field, text(field, most), least);
    }

    boolean checked(String field) {
        return typed.containsKey(field);
    }

    List<String> many(String field) {
        return typed.getOrDefault(field, List.of()).stream().map(Typed::line).toList();
    }

    @Nullable
    LocalDate day(String field) {
        var day = Typed.day(Typed.line(typed.getFirst(field)));
        if (day.isEmpty()) {
            form.refuse(field, "Écrivez une date complète, par exemple 2026-12-03.");
        }
        return day.orElse(null);
    }

    /// A day and an hour, as `datetime-local` sends them.
    @Nullable
    Instant moment(String field, ZoneId zone) {
        var parts = Typed.line(typed.getFirst(field)).split("[T ]", 2);
        var day = Typed.day(parts[0]);
        var hour = parts.length < 2 ? Optional.<LocalTime>empty() : Typed.hour(parts[1].strip());
        if (day.isEmpty() || hour.isEmpty()) {
            form.refuse(field, "Écrivez une date et une heure, par exemple 2026-12-03 14:30.");
            return null;
        }
        return day.get().atTime(hour.get()).atZone(zone).toInstant();
    }

    int number(String field, int least, int most) {
        var number = Typed.number(Typed.line(typed.getFirst(field)));
        if (number.isEmpty() || number.get() < least || number.get() > most) {
            form.refuse(field, "Écrivez un nombre de %d à %d, en chiffres.".formatted(least, most));
            return least;
        }
        return number.get();
    }

    <E extends Enum<E>> @Nullable E constant(String field, Class<E> type, String sentence) {
        var constant = Typed.constant(type, Objects.toString(typed.getFirst(field), ""));
        if (constant.isEmpty()) {
            form.refuse(field, sentence);
        }
        return constant.orElse(null);
    }

    /// An address of a page elsewhere, or nothing.
    String link(String field, int most) {
        var link = line(field, most);
        if (!link.isEmpty() && !link.matches("https://[^\\s/]+\\.[^\\s]+")) {
            form.refuse(field, "Une adresse de visioconférence commence par https://.");
        }
        return link;
    }

    private String atLeast(String field, String words, int least) {
        if (words.length() < least && form.error(field) == null) {
            form.refuse(
                    field, words.isEmpty() ? "Remplissez ce champ." : "Écrivez au moins %d lettres.".formatted(least));
        }
        return words;
    }

    private String within(String field, String words, int most) {
        if (words.length() > most) {
            form.refuse(field, "Au plus %d caractères : il y en a %d.".formatted(most, words.length()));
        }
        return words;
    }
}
