package fr.preau.territory;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A file's lines after its header, one at a time, each cut in as many cells as the header has or refused with its
/// reason. A quote left open takes at most the next few lines with it, and only if they then make one whole line: the
/// rest of the file is never swallowed.
final class TableLines {
    private static final int LONGEST_CELL_IN_LINES = 20;

    private final Lines text;
    private final Cells cells;
    private final int width;
    private final Repair repair;
    private final Deque<String> ahead = new ArrayDeque<>();
    private long line;

    TableLines(Lines text, TableFile.Header<?> header, Repair repair) {
        this.text = text;
        this.cells = header.cells();
        this.width = header.columns().width();
        this.repair = repair;
        this.line = header.line();
    }

    /// What is known of a kind of file where the rules of quoting do not help.
    interface Repair {
        /// As many cells as the header has, from more; empty when nothing tells how.
        Optional<List<String>> fit(List<String> found);

        /// Whether as many cells as the header has are each in their column.
        boolean isPlausible(List<String> fitted);

        /// Whether a line can only be the first of another record.
        boolean startsRecord(List<String> found);
    }

    /// A line of the file, by its number as an editor shows it: its cells, or why it is refused.
    record Cut(long line, @Nullable List<String> cells, String reason) {}

    /// The next line that is not empty; null at the end.
    @Nullable
    Cut next() throws IOException {
        for (var raw = take(); raw != null; raw = take()) {
            if (!raw.isBlank() && !isEmpty(raw)) {
                return cut(raw);
            }
        }
        return null;
    }

    private Cut cut(String raw) throws IOException {
        var at = line;
        if (raw.length() > Lines.LONGEST) {
            return new Cut(at, null, "ligne démesurée");
        }
        var read = cells.quoted(raw);
        if (read.isEmpty() && Cells.isOpen(raw)) {
            read = joined(raw);
        }
        return read.map(found -> fitted(at, found)).orElseGet(() -> new Cut(at, null, "guillemets mal placés"));
    }

    private Cut fitted(long at, List<String> found) {
        if (found.size() == width) {
            return new Cut(at, found, "");
        }
        var counted = "%d cellules au lieu de %d".formatted(found.size(), width);
        if (found.size() < width) {
            return new Cut(at, null, "trop peu de cellules : " + counted);
        }
        var shorter = withoutEmptyEnd(found);
        var repaired = whole(found).or(() -> repair.fit(found)).or(() -> fit(shorter));
        return repaired.isPresent()
                ? new Cut(at, repaired.get(), "")
                : new Cut(
                        at,
                        null,
                        "trop de cellules : %s, un séparateur est sans doute de trop dans un texte".formatted(counted));
    }

    private Optional<List<String>> fit(List<String> found) {
        return found.size() > width ? repair.fit(found) : Optional.empty();
    }

    /// As many cells as the header, once what a spreadsheet adds at the end of lines is left.
    private Optional<List<String>> whole(List<String> found) {
        if (found.size() == width) {
            return Optional.of(found);
        }
        return Optional.of(withoutEmptyEnd(found))
                .filter(shorter -> shorter.size() == width)
                .filter(repair::isPlausible);
    }

    private List<String> withoutEmptyEnd(List<String> found) {
        var size = found.size();
        while (size > width && found.get(size - 1).isBlank()) {
            size--;
        }
        return found.subList(0, size);
    }

    /// A cell may go over several lines. It does not if the next line starts another record.
    private Optional<List<String>> joined(String raw) throws IOException {
        var whole = new StringBuilder(raw);
        var taken = new ArrayDeque<String>();
        while (taken.size() < LONGEST_CELL_IN_LINES && whole.length() < Lines.LONGEST) {
            var more = take();
            if (more == null) {
                break;
            }
            taken.add(more);
            if (repair.startsRecord(cells.plain(more))) {
                break;
            }
            whole.append('\n').append(more);
            if (!Cells.isOpen(whole)) {
                var read = cells.quoted(whole.toString()).flatMap(this::whole);
                if (read.isPresent()) {
                    return read;
                }
            }
        }
        giveBack(taken);
        return Optional.empty();
    }

    private void giveBack(Deque<String> taken) {
        line -= taken.size();
        while (!taken.isEmpty()) {
            ahead.addFirst(taken.removeLast());
        }
    }

    private @Nullable String take() throws IOException {
        var next = ahead.isEmpty() ? text.next() : ahead.removeFirst();
        if (next != null) {
            line++;
        }
        return next;
    }

    private boolean isEmpty(String raw) {
        return raw.chars()
                .allMatch(character -> character == cells.separator() || character == '"' || character == ' ');
    }
}
