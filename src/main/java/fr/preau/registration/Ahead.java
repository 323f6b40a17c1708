package fr.preau.registration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/// How long before a session people are reminded of it: whole calendar days on the event's own clocks, never before
/// eight in the morning there.
public enum Ahead {
    /// Time enough to give seats back to others.
    WEEK(7),
    /// The day before.
    EVE(1);

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    /// A server that was down catches up; two days later, the week's reminder is of no more use.
    private static final Duration USEFUL = Duration.ofDays(2);

    private final int days;

    Ahead(int days) {
        this.days = days;
    }

    /// When it leaves.
    Instant due(ZonedDateTime start) {
        return start.toLocalDate()
                .minusDays(days)
                .atTime(MORNING)
                .atZone(start.getZone())
                .toInstant();
    }

    /// From when it is not worth sending.
    public Instant useless(ZonedDateTime start) {
        return switch (this) {
            case WEEK -> due(start).plus(USEFUL);
            case EVE -> start.toInstant();
        };
    }

    boolean isDue(ZonedDateTime start, Instant now) {
        return !now.isBefore(due(start)) && now.isBefore(useless(start));
    }
}
