package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Who may open each route: `authorisation.txt`, read by people and by [AuthorisationTests].
final class AuthorisationTable {
    private static final Pattern LINE = Pattern.compile("(GET|POST) +(\\S+) +\\| *(.+)");

    private AuthorisationTable() {}

    /// `keyed`: who holds the key in the address may, whoever they are; a wrong one finds nothing.
    /// `filtered`: answered by a security filter, before any controller.
    record Row(String method, String pattern, Set<Who> allowed, boolean keyed, boolean filtered) {
        String name() {
            return method + " " + pattern;
        }
    }

    static List<Row> read() {
        try (var text = AuthorisationTable.class.getResourceAsStream("authorisation.txt")) {
            return new String(java.util.Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(AuthorisationTable::row)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Row row(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new AssertionError("not a row: " + line);
        }
        var words = Arrays.asList(parts.group(3).strip().split(",\\s*|\\s+"));
        var allowed = EnumSet.noneOf(Who.class);
        words.stream().filter(word -> !word.startsWith("(")).map(Who::of).forEach(allowed::addAll);
        return new Row(parts.group(1), parts.group(2), allowed, words.contains("(key)"), words.contains("(filter)"));
    }
}
