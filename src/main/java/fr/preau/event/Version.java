package fr.preau.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One version of an event, and what was decided of it, if anything.
record Version(
        EventId event,
        int number,
        EventContent content,
        VersionState state,
        Instant writtenAt,
        @Nullable Instant submittedAt,
        @Nullable Decision decision) {
    /// Who decided (their name that day), when, and what they told the organiser.
    record Decision(String decider, Instant at, String reason, String sentence) {}
}
