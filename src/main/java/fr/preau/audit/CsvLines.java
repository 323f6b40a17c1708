package fr.preau.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A CSV file, line by line: a header, then records of one line each, fields separated by `;`, `,` or a tab, quoted
/// where needed. What is broken on one line does not spoil the next.
final class CsvLines {
    private static final Pattern UNBREAKABLE = Pattern.compile("[\\u00A0\\u2007\\u202F]");

    private final BufferedReader reader;
    private char separator = ',';
    private int number;
    private Optional<String> fault = Optional.empty();

    CsvLines(BufferedReader reader) {
        this.reader = reader;
    }

    /// The header, which says what separates fields; empty when the file is.
    List<String> header() throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        var line = reader.readLine();
        number = 1;
        if (line == null) {
            return List.of();
        }
        for (var candidate : new char[] {';', '\t', ','}) {
            separator = line.indexOf(candidate) >= 0 ? candidate : separator;
            if (line.indexOf(candidate) >= 0) {
                break;
            }
        }
        return split(line);
    }

    /// The fields of the next line that is not blank, or nothing at the end of the file.
    Optional<List<String>> next() throws IOException {
        while (true) {
            var line = reader.readLine();
            if (line == null) {
                return Optional.empty();
            }
            number++;
            if (!line.isBlank()) {
                return Optional.of(split(line));
            }
        }
    }

    /// Of the line last read, from 1.
    int number() {
        return number;
    }

    /// What is broken on the line last read.
    Optional<String> fault() {
        return fault;
    }

    private List<String> split(String line) {
        fault = Optional.empty();
        var fields = new ArrayList<String>();
        var at = 0;
        while (at >= 0 && at <= line.length()) {
            at = at < line.length() && line.charAt(at) == '"' ? quoted(line, at + 1, fields) : plain(line, at, fields);
        }
        return fields;
    }

    private int plain(String line, int from, List<String> fields) {
        var end = line.indexOf(separator, from);
        var field = plainly(line.substring(from, end < 0 ? line.length() : end));
        if (field.indexOf('"') >= 0) {
            fault = Optional.of("guillemet au milieu d’un champ");
        }
        fields.add(field);
        return end < 0 ? -1 : end + 1;
    }

    private int quoted(String line, int from, List<String> fields) {
        var field = new StringBuilder();
        for (var at = from; at < line.length(); at++) {
            if (line.charAt(at) != '"') {
                field.append(line.charAt(at));
            } else if (at + 1 < line.length() && line.charAt(at + 1) == '"') {
                field.append(line.charAt(at++));
            } else {
                fields.add(plainly(field.toString()));
                return afterQuoted(line, at + 1);
            }
        }
        fault = Optional.of("guillemet non refermé");
        return -1;
    }

    /// The same name written otherwise is the same name: accents composed or not (NFC), spaces that break or not.
    private static String plainly(String field) {
        return Normalizer.normalize(UNBREAKABLE.matcher(field).replaceAll(" "), Normalizer.Form.NFC)
                .strip();
    }

    private int afterQuoted(String line, int from) {
        if (from == line.length()) {
            return -1;
        }
        if (line.charAt(from) == separator) {
            return from + 1;
        }
        fault = Optional.of("texte après un guillemet fermant");
        return -1;
    }
}
