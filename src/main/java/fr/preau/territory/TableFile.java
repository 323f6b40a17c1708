package fr.preau.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A file whose header was read and is of the kind expected: how its bytes, its cells and its columns are to be read.
record TableFile<C extends Enum<C> & Column>(TextFile text, Header<C> header) {
    private static final int HEADER_WITHIN_LINES = 20;

    /// The header, the number of its line, and the separator that made most sense of it.
    record Header<C extends Enum<C> & Column>(Columns<C> columns, Cells cells, long line) {}

    sealed interface Opened<C extends Enum<C> & Column> {}

    record Understood<C extends Enum<C> & Column>(TableFile<C> file) implements Opened<C> {}

    record Refused<C extends Enum<C> & Column>(String sentence) implements Opened<C> {}

    /// Looks at the file and writes nothing. `name` is how the person who brings it calls it.
    static <C extends Enum<C> & Column> Opened<C> open(FileKind<C> kind, Path path, String name) {
        try {
            var refusal = TextFile.refusal(path);
            if (refusal.isPresent()) {
                return refused(kind, name, refusal.get());
            }
            var text = TextFile.of(path);
            var header = header(kind, text);
            return kind.refusal()
                    .apply(header.columns())
                    .<Opened<C>>map(reason -> refused(kind, name, reason))
                    .orElseGet(() -> new Understood<>(new TableFile<>(text, header)));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static <C extends Enum<C> & Column> Refused<C> refused(FileKind<C> kind, String name, String reason) {
        return new Refused<>("« %s » n'est pas %s : %s.".formatted(name, kind.called(), reason));
    }

    private static <C extends Enum<C> & Column> Header<C> header(FileKind<C> kind, TextFile text) throws IOException {
        try (var lines = new Lines(text.open(new TextFile.ByteCount()))) {
            var number = 0L;
            for (var line = lines.next(); line != null && number < HEADER_WITHIN_LINES; line = lines.next()) {
                number++;
                if (!line.isBlank() && !line.startsWith("sep=")) {
                    return best(kind, line, lines.next(), number);
                }
            }
            return best(kind, "", null, number);
        }
    }

    /// The separator that finds most columns; where names hold unquoted commas, the reading that the first line after
    /// the header fits.
    private static <C extends Enum<C> & Column> Header<C> best(
            FileKind<C> kind, String line, @Nullable String first, long number) {
        return Stream.of(';', ',', '\t', '|')
                .map(Cells::new)
                .flatMap(cells ->
                        names(cells, line).map(names -> new Header<>(Columns.of(kind.columns(), names), cells, number)))
                .max(Comparator.comparingInt(
                                (Header<C> header) -> header.columns().known())
                        .thenComparing(header -> fits(header, first)))
                .orElseThrow();
    }

    private static Stream<List<String>> names(Cells cells, String line) {
        var names = cells.quoted(line).orElseGet(() -> cells.plain(line));
        return Stream.of(names, cells.joinedWhereSpaced(names));
    }

    private static boolean fits(Header<?> header, @Nullable String first) {
        return first != null
                && header.cells()
                        .quoted(first)
                        .filter(cells -> cells.size() == header.columns().width())
                        .isPresent();
    }

    /// Opens it at its first line after the header.
    Reading read(TableLines.Repair repair) throws IOException {
        var count = new TextFile.ByteCount();
        var lines = new Lines(text.open(count));
        for (var skipped = 0L; skipped < header.line(); skipped++) {
            lines.next();
        }
        return new Reading(lines, new TableLines(lines, header, repair), count);
    }

    /// A reading in progress: how far it is, and the next line.
    record Reading(Lines text, TableLines lines, TextFile.ByteCount count) implements AutoCloseable {
        TableLines.@Nullable Cut next() throws IOException {
            return lines.next();
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}
