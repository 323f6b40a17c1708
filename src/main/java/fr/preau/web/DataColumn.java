package fr.preau.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// A column of open data: its cell and its description come from the same line of code. `type` and `constraints` are
/// those of the Table Schema specification; a null cell is written empty.
public record DataColumn<R>(
        String name,
        String type,
        String description,
        Map<String, ?> constraints,
        Function<R, ? extends @org.jspecify.annotations.Nullable Object> cell) {
    private static final Map<String, ?> REQUIRED = Map.of("required", true);

    public static <R> DataColumn<R> text(String name, String description, Function<R, String> cell) {
        return new DataColumn<>(name, "string", description, REQUIRED, cell);
    }

    /// A number of things, from zero up.
    public static <R> DataColumn<R> count(String name, String description, Function<R, Integer> cell) {
        return new DataColumn<>(name, "integer", description, Map.of("required", true, "minimum", 0), cell);
    }

    Map<String, Object> field() {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", name);
        field.put("type", type);
        field.put("description", description);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }
}
