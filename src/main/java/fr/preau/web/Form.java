package fr.preau.web;

import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.validation.ObjectError;

/// A form as its page shows it: what was typed, kept whatever was wrong with it, and what to correct, by field.
///
/// A controller binds a record with Bean Validation, then gives `Form.of(errors)` to the template; the field
/// components of `src/main/jte/web` read it. A rule that no annotation can say is added with [#refuse].
public final class Form {
    private final BindingResult result;

    private Form(BindingResult result) {
        this.result = result;
    }

    public static Form of(BindingResult result) {
        return new Form(result);
    }

    /// A form shown for the first time, filled with these values.
    public static Form filled(Map<String, ?> values) {
        return new Form(new MapBindingResult(values, "form"));
    }

    /// A form shown for the first time, empty.
    public static Form empty() {
        return filled(Map.of());
    }

    /// Adds a sentence to a field.
    public Form refuse(String field, String sentence) {
        // Not rejectValue: it asks the record, and a record that one field kept from being made is not there.
        result.addError(new FieldError(result.getObjectName(), field, raw(field), false, null, null, sentence));
        return this;
    }

    /// Adds a sentence that belongs to no single field.
    public Form refuse(String sentence) {
        result.reject("refused", sentence);
        return this;
    }

    public boolean hasErrors() {
        return result.hasErrors();
    }

    /// What stands in the field: as typed if it was refused.
    public String value(String field) {
        return values(field).stream().findFirst().orElse("");
    }

    /// Everything typed in a field that is there several times, in order.
    public List<String> values(String field) {
        return switch (raw(field)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(Objects::toString).toList();
            case Object[] many -> List.of(many).stream().map(Objects::toString).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /// Whether a box or an option of this field is chosen.
    public boolean chosen(String field, String option) {
        return switch (raw(field)) {
            case null -> false;
            case Collection<?> many -> many.stream().anyMatch(one -> option.equals(one.toString()));
            case Object[] many -> List.of(many).stream().anyMatch(one -> option.equals(one.toString()));
            case Object one -> option.equals(one.toString());
        };
    }

    /// The sentence to show at the field, or null when it is right.
    public @Nullable String error(String field) {
        var error = result.getFieldError(field);
        return error == null ? null : sentence(error);
    }

    /// Every error in the order of the form: the field to go to (empty for the whole form) and the sentence.
    public List<Link> summary() {
        return result.getAllErrors().stream()
                .sorted(Comparator.comparingInt(this::place))
                .map(error -> error instanceof FieldError field
                        ? new Link("#" + id(field.getField()), sentence(field))
                        : new Link("", Objects.toString(error.getDefaultMessage(), "")))
                .distinct()
                .toList();
    }

    /// A record declares its fields in the order of its page; validation finds errors in any. What is said of the whole
    /// form comes first.
    private int place(ObjectError error) {
        var target = result.getTarget();
        if (!(error instanceof FieldError field)) {
            return -1;
        }
        if (!(target instanceof Record)) {
            return 0;
        }
        var name = field.getField().replaceFirst("[.\\[].*", "");
        return Arrays.stream(target.getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(name);
    }

    /// The HTML id of a field: brackets and dots of nested names are no good in one.
    public static String id(String field) {
        return field.replaceAll("[^A-Za-z0-9_-]", "-");
    }

    private @Nullable Object raw(String field) {
        var error = result.getFieldError(field);
        return error != null && error.getRejectedValue() != null
                ? error.getRejectedValue()
                // Where the record could not be made, what was typed is all there is.
                : result.getTarget() == null ? result.getFieldValue(field) : result.getRawFieldValue(field);
    }

    private String sentence(FieldError error) {
        if (!error.isBindingFailure()) {
            return Objects.toString(error.getDefaultMessage(), "Ce champ est à revoir.");
        }
        var type = result.getFieldType(error.getField());
        if (type == null) {
            return "Cette valeur n'est pas comprise.";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "Écrivez un nombre entier, en chiffres.";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "Écrivez une date ou une heure complète, par exemple 2025-12-03 ou 14:30.";
        }
        return "Choisissez une des réponses proposées.";
    }
}
