package fr.preau.web;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// One answer of a list, a radio group or a group of boxes: what is sent, and what is read.
public record Choice(String value, String label) {
    public static <T> List<Choice> of(Collection<T> all, Function<T, String> value, Function<T, String> label) {
        return all.stream()
                .map(one -> new Choice(value.apply(one), label.apply(one)))
                .toList();
    }
}
