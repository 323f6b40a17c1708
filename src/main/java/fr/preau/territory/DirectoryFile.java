package fr.preau.territory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file whose header was read and is a directory's: how its bytes, its cells and its columns are to be read.
record DirectoryFile(TextFile text, Header header) {
    private static final int HEADER_WITHIN_LINES = 20;

    /// The header, the number of its line, and the separator that made most sense of it.
    record Header(Columns columns, Cells cells, long line) {}

    sealed interface Opened permits Directory, Refused {}

    record Directory(DirectoryFile file) implements Opened {}

    record Refused(String sentence) implements Opened {}

    /// Looks at the file and writes nothing. `name` is how the person who brings it calls it.
    static Opened open(Path path, String name) throws IOException {
        var refusal = TextFile.refusal(path);
        if (refusal.isPresent()) {
            return refused(name, refusal.get());
        }
        var text = TextFile.of(path);
        var header = header(text);
        return header.columns()
                .refusal()
                .<Opened>map(reason -> refused(name, reason))
                .orElseGet(() -> new Directory(new DirectoryFile(text, header)));
    }

    private static Refused refused(String name, String reason) {
        return new Refused("« %s » n'est pas un annuaire d'établissements : %s.".formatted(name, reason));
    }

    private static Header header(TextFile text) throws IOException {
        try (var lines = new Lines(text.open(new TextFile.ByteCount()))) {
            var number = 0L;
            for (var line = lines.next(); line != null && number < HEADER_WITHIN_LINES; line = lines.next()) {
                number++;
                if (!line.isBlank() && !line.startsWith("sep=")) {
                    return best(line, number);
                }
            }
            return best("", number);
        }
    }

    private static Header best(String line, long number) {
        return Stream.of(';', ',', '\t', '|')
                .map(Cells::new)
                .map(cells ->
                        new Header(Columns.of(cells.quoted(line).orElseGet(() -> cells.plain(line))), cells, number))
                .max(Comparator.comparingInt((Header header) -> header.columns().known()))
                .orElseThrow();
    }

    /// Opens it at its first line after the header.
    Reading read(CellRepair repair) throws IOException {
        var count = new TextFile.ByteCount();
        var lines = new Lines(text.open(count));
        for (var skipped = 0L; skipped < header.line(); skipped++) {
            lines.next();
        }
        return new Reading(lines, new DirectoryLines(lines, header, repair), count);
    }

    /// A reading in progress: how far it is, and the next line.
    record Reading(Lines text, DirectoryLines lines, TextFile.ByteCount count) implements AutoCloseable {
        DirectoryLines.@Nullable Cut next() throws IOException {
            return lines.next();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
