package fr.preau.registration;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// Nobody is asked to answer in their sleep: an offer that would end in the night, or that is made in it and would end
/// before the morning is well begun, ends at nine. The clocks are the event's own.
final class QuietHours {
    private static final LocalTime BEGIN = LocalTime.of(22, 0);
    private static final LocalTime END = LocalTime.of(7, 0);
    private static final LocalTime ANSWERED_BY = LocalTime.of(9, 0);

    private QuietHours() {}

    /// Where `end` goes for an offer made at `made`.
    static Instant past(Instant made, Instant end, ZoneId zone) {
        var morning = nextMorning(end.atZone(zone));
        var night = morning.minusDays(1).with(BEGIN).toInstant();
        var day = morning.with(END).toInstant();
        return isBetween(end, night, day) || isBetween(made, night, day) ? morning.toInstant() : end;
    }

    private static ZonedDateTime nextMorning(ZonedDateTime end) {
        var sameDay = end.with(ANSWERED_BY);
        return end.isBefore(sameDay) ? sameDay : sameDay.plusDays(1);
    }

    private static boolean isBetween(Instant moment, Instant from, Instant until) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
