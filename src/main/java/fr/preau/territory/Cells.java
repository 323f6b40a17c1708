package fr.preau.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/// Cuts a line in cells, with one separator.
record Cells(char separator) {
    /// By the rules of quoting (RFC 4180); empty when the line breaks them.
    Optional<List<String>> quoted(String line) {
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(false)
                .get();
        try (var parser = CSVParser.parse(line, format)) {
            var records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException _) {
            return Optional.empty();
        }
    }

    /// At each separator, quotes meaning nothing, then dropped: for lines whose quoting is broken.
    List<String> plain(String line) {
        return Arrays.stream(line.split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1))
                .map(cell -> cell.replace("\"\"", "\"").replaceAll("^\\s*\"|\"\\s*$", ""))
                .toList();
    }

    /// After a comma of a sentence comes a space, after a separator none.
    List<String> joinedWhereSpaced(List<String> found) {
        var joined = new ArrayList<String>();
        for (var cell : found) {
            if (cell.startsWith(" ") && !cell.isBlank() && !joined.isEmpty()) {
                joined.add(joined.removeLast() + separator + cell);
            } else {
                joined.add(cell);
            }
        }
        return joined;
    }

    /// Whether a quoted cell is still open at the end of this text.
    static boolean isOpen(CharSequence text) {
        return text.chars().filter(character -> character == '"').count() % 2 == 1;
    }
}
