package fr.preau.contribution;

import fr.preau.consultation.Category;
import fr.preau.contribution.Contribution.Room;
import java.util.List;
import java.util.Map;

/// A report as its form was read, before it is one.
record Filing(Map<Category, Integer> heads, String climate, List<Line> lines, boolean paper) {
    Filing {
        heads = Map.copyOf(heads);
        lines = List.copyOf(lines);
    }

    /// One atomic item.
    record Line(Nature nature, String text, Room room) {}

    int present() {
        return heads.values().stream().mapToInt(Integer::intValue).sum();
    }
}
