package fr.preau.allocation;

import java.util.Map;

/// A workshop and its seats. `kept` counts, by category of participant, the seats among them that nobody else may take.
public record Workshop(String id, int seats, Map<String, Integer> kept) {
    public Workshop {
        kept = Map.copyOf(kept);
        if (seats < 0 || kept.values().stream().anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("negative number of seats");
        }
        if (kept.values().stream().mapToLong(Integer::longValue).sum() > seats) {
            throw new IllegalArgumentException("more seats kept than there are");
        }
    }

    public Workshop(String id, int seats) {
        this(id, seats, Map.of());
    }

    /// Seats anyone may take.
    public int open() {
        return seats - kept.values().stream().mapToInt(Integer::intValue).sum();
    }

    int keptFor(String category) {
        return kept.getOrDefault(category, 0);
    }
}
