package fr.preau.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/// Reads what a form sent, field by field; what is wrong is said at the field, and everything typed is kept. For forms
/// whose fields are not known beforehand; the others are records with Bean Validation.
public final class Fields {
    private final MultiValueMap<String, String> typed;
    private final Form form;

    public Fields(MultiValueMap<String, String> typed) {
        this.typed = new LinkedMultiValueMap<>(typed);
        form = Form.filled(this.typed);
    }

    /// Of a form where each field is there once.
    public Fields(Map<String, String> typed) {
        this(MultiValueMap.fromSingleValue(typed));
    }

    public Form form() {
        return form;
    }

    public boolean hasErrors() {
        return form.hasErrors();
    }

    /// As it was typed; empty when the field is not there.
    public String raw(String field) {
        return Objects.requireNonNullElse(typed.getFirst(field), "");
    }

    /// As if it had been typed.
    public void put(String field, String value) {
        typed.set(field, value);
    }

    public String line(String field, int most) {
        return within(field, Typed.line(raw(field)), most);
    }

    public String requiredLine(String field, int least, int most) {
        return atLeast(field, line(field, most), least);
    }

    /// With a sentence of its own for a field left empty: the summary at the top names no field.
    public String requiredLine(String field, int least, int most, String sentence) {
        return atLeast(field, filled(field, line(field, most), sentence), least);
    }

    public String requiredText(String field, int least, int most, String sentence) {
        return atLeast(field, filled(field, text(field, most), sentence), least);
    }

    private String filled(String field, String words, String sentence) {
        if (words.isEmpty()) {
            form.refuse(field, sentence);
        }
        return words;
    }

    public String text(String field, int most) {
        return within(field, Typed.text(raw(field)), most);
    }

    public String requiredText(String field, int least, int most) {
        return atLeast(field, text(field, most), least);
    }

    /// With a sentence of its own for a field left empty.
    public String required(String field, int most, String sentence) {
        var text = text(field, most);
        if (text.isEmpty()) {
            form.refuse(field, sentence);
        }
        return text;
    }

    public boolean checked(String field) {
        return typed.containsKey(field);
    }

    public List<String> many(String field) {
        return typed.getOrDefault(field, List.of()).stream().map(Typed::line).toList();
    }

    public @Nullable LocalDate day(String field) {
        var day = Typed.day(Typed.line(raw(field)));
        if (day.isEmpty()) {
            form.refuse(field, "Écrivez une date complète, par exemple 2026-12-03.");
        }
        return day.orElse(null);
    }

    /// A day and an hour, as `datetime-local` sends them.
    public @Nullable Instant moment(String field, ZoneId zone) {
        var parts = Typed.line(raw(field)).split("[T ]", 2);
        var day = Typed.day(parts[0]);
        var hour = parts.length < 2 ? Optional.<LocalTime>empty() : Typed.hour(parts[1].strip());
        if (day.isEmpty() || hour.isEmpty()) {
            form.refuse(field, "Écrivez une date et une heure, par exemple 2026-12-03 14:30.");
            return null;
        }
        return day.get().atTime(hour.get()).atZone(zone).toInstant();
    }

    /// `least` when it is not understood.
    public int number(String field, int least, int most) {
        var number = numberOf(field, least, most);
        return number == null ? least : number;
    }

    /// Null when nothing is typed, or it is not understood.
    public @Nullable Integer optionalNumber(String field, int least, int most) {
        return raw(field).isBlank() ? null : numberOf(field, least, most);
    }

    private @Nullable Integer numberOf(String field, int least, int most) {
        var number = Typed.number(Typed.line(raw(field)));
        if (number.isEmpty() || number.get() < least || number.get() > most) {
            form.refuse(field, "Écrivez un nombre de %d à %d, en chiffres.".formatted(least, most));
            return null;
        }
        return number.get();
    }

    public <E extends Enum<E>> Optional<E> constant(String field, Class<E> type) {
        return Typed.constant(type, raw(field));
    }

    public <E extends Enum<E>> Optional<E> required(String field, Class<E> type, String sentence) {
        var constant = constant(field, type);
        if (constant.isEmpty()) {
            form.refuse(field, sentence);
        }
        return constant;
    }

    /// An address of a page elsewhere, or nothing.
    public String link(String field, int most) {
        var link = line(field, most);
        if (!link.isEmpty() && !link.matches("https://[^\\s/]+\\.[^\\s]+")) {
            form.refuse(field, "Une adresse de visioconférence commence par https://.");
        }
        return link;
    }

    private String atLeast(String field, String words, int least) {
        if (words.codePointCount(0, words.length()) < least && form.error(field) == null) {
            form.refuse(
                    field, words.isEmpty() ? "Remplissez ce champ." : "Écrivez au moins %d lettres.".formatted(least));
        }
        return words;
    }

    private String within(String field, String words, int most) {
        var length = words.codePointCount(0, words.length());
        if (length > most) {
            form.refuse(field, "Écrivez %d caractères au plus : il y en a %d.".formatted(most, length));
        }
        return words;
    }
}
