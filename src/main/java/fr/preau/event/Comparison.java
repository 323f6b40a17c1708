package fr.preau.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Two versions of an event side by side, heading by heading, with the words gone and the words new.
public record Comparison(List<Row> rows) {
    public record Row(String heading, List<WordChange> before, List<WordChange> after) {
        boolean isChanged() {
            return before.stream().anyMatch(WordChange::isGone)
                    || after.stream().anyMatch(WordChange::isNew);
        }
    }

    public static Comparison of(Map<String, String> before, Map<String, String> after) {
        var rows = new ArrayList<Row>();
        for (var entry : after.entrySet()) {
            var changes =
                    WordChange.between(Objects.requireNonNullElse(before.get(entry.getKey()), ""), entry.getValue());
            rows.add(new Row(
                    entry.getKey(),
                    WordChange.side(changes, WordChange.Kind.NEW),
                    WordChange.side(changes, WordChange.Kind.GONE)));
        }
        return new Comparison(rows);
    }

    public List<Row> changed() {
        return rows.stream().filter(Row::isChanged).toList();
    }

    public List<Row> same() {
        return rows.stream().filter(row -> !row.isChanged()).toList();
    }
}
