package fr.preau.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a published event stood until its latest version: what those registered had been told, to be read beside what
/// holds now. `moved` are the hours of the sessions whose date changed. `place` is one line, empty online.
public record Formerly(String place, @Nullable String link, List<Hours> moved) {
    public record Hours(SessionId session, Instant start, Instant end) {}

    /// The hours this session had; null when it keeps them.
    public @Nullable Hours of(SessionId session) {
        return moved.stream()
                .filter(hours -> hours.session().equals(session))
                .findFirst()
                .orElse(null);
    }
}
