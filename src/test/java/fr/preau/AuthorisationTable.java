package fr.preau;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Who may open each route: `authorisation.txt`, read by people and by [AuthorisationTests].
final class AuthorisationTable {
    private static final Pattern LINE = Pattern.compile("(GET|POST) +(\\S+) +(?:\\[(.*?)] *)?\\| *(.+)");

    private AuthorisationTable() {}

    /// `fields` are sent with the form; `marks` are the words in brackets that the table's head explains.
    record Row(String method, String pattern, String fields, Set<Who> allowed, Set<String> marks) {
        boolean keyed() {
            return marks.contains("(key)");
        }

        /// What they are let in to is not there.
        boolean absent() {
            return marks.contains("(absent)");
        }

        boolean filtered() {
            return marks.contains("(filter)");
        }

        /// Whoever is let in has no account afterwards.
        boolean leaving() {
            return marks.contains("(leaves)");
        }

        String name() {
            return method + " " + pattern;
        }
    }

    static List<Row> read() {
        try (var text = AuthorisationTable.class.getResourceAsStream("authorisation.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
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
        var words = Set.of(parts.group(4).strip().split(",? +"));
        var marks = words.stream().filter(word -> word.startsWith("(")).collect(Collectors.toSet());
        var allowed = EnumSet.noneOf(Who.class);
        words.stream().filter(word -> !marks.contains(word)).map(Who::of).forEach(allowed::addAll);
        var fields = Objects.requireNonNullElse(parts.group(3), "");
        return new Row(parts.group(1), parts.group(2), fields, allowed, marks);
    }
}
