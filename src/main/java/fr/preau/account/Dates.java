package fr.preau.account;

import fr.preau.web.French;
import java.time.Instant;
import java.time.ZoneId;

/// Days and hours of administrative acts, in the time of Paris.
final class Dates {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Dates() {}

    static String day(Instant instant) {
        return French.day(instant.atZone(PARIS).toLocalDate());
    }

    /// « mercredi 3 décembre 2025, 14 h 30 ».
    static String moment(Instant instant) {
        var there = instant.atZone(PARIS);
        return French.day(there.toLocalDate()) + ", " + French.hour(there.toLocalTime());
    }
}
