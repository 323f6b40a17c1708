package fr.preau.retention;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// What is kept about one person under one heading, as they may read it and take it away (RGPD, articles 15 and 20):
/// each entry is one row, its values under their French names.
public record Kept(String title, List<SequencedMap<String, String>> entries) {
    /// Beyond so many characters a value is a text, to be unfolded.
    private static final int SHORT = 160;

    public Kept {
        entries = List.copyOf(entries);
    }

    /// An entry from its names and values in turn; empty values are left out.
    public static SequencedMap<String, String> entry(String... namesAndValues) {
        var entry = new LinkedHashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (!namesAndValues[i + 1].isEmpty()) {
                entry.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return entry;
    }

    /// The entries as one reads them: those of one thing (an event, a kind of letter) together under its name, which is
    /// their first value.
    public List<Group> groups() {
        var groups = new LinkedHashMap<String, List<Line>>();
        for (var entry : entries) {
            groups.computeIfAbsent(name(entry), _ -> new ArrayList<>()).add(line(entry));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(), group.getValue().stream().distinct().toList()))
                .toList();
    }

    /// What is kept of one thing, a line each time.
    public record Group(String name, List<Line> lines) {}

    /// What is short, one after the other, and what is long; either may be empty.
    public record Line(String words, String text) {}

    /// Where not all entries are of one kind, the name says which.
    private String name(SequencedMap<String, String> entry) {
        if (entry.isEmpty()) {
            return "";
        }
        var first = entry.firstEntry();
        return entries.stream()
                        .allMatch(other ->
                                other.isEmpty() || other.firstEntry().getKey().equals(first.getKey()))
                ? first.getValue()
                : first.getKey() + " : " + first.getValue();
    }

    private static Line line(SequencedMap<String, String> entry) {
        var rest = entry.entrySet().stream().skip(1).toList();
        var words = rest.stream()
                .filter(field -> !isText(field.getValue()))
                .map(field -> field.getKey() + " : " + field.getValue())
                .collect(Collectors.joining(" · "));
        var text = rest.stream()
                .filter(field -> isText(field.getValue()))
                .map(field -> field.getValue())
                .collect(Collectors.joining("\n\n"));
        return new Line(words, text);
    }

    private static boolean isText(String value) {
        return value.length() > SHORT || value.indexOf('\n') >= 0;
    }
}
