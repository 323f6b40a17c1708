package fr.preau.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;

/// What was typed in a form that could not be heard yet, to be sent again with one button (`web/again.jte`): its token
/// too, so that it counts once.
public final class KeptForm {
    /// More than any public form has: a longer one is kept by the browser's Back button only.
    private static final int MOST_CHARACTERS = 4000;

    private KeptForm() {}

    /// Its fields; none when there is no form, when it is too much, or holds a file.
    public static Map<String, String[]> of(HttpServletRequest request) {
        var type = request.getContentType();
        if (!isForm(request) || type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return Map.of();
        }
        try {
            var fields = request.getParameterMap();
            return characters(fields) <= MOST_CHARACTERS ? fields : Map.of();
        } catch (RuntimeException _) {
            return Map.of(); // not a form that can be read
        }
    }

    static boolean isForm(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod());
    }

    private static int characters(Map<String, String[]> fields) {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + Arrays.stream(field.getValue())
                                .mapToInt(String::length)
                                .sum())
                .sum();
    }
}
