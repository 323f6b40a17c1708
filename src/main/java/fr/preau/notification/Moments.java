package fr.preau.notification;

import fr.preau.web.French;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// Moments of the outbox in French, in the hour of Paris where its pilots are.
final class Moments {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Moments() {}

    /// « mer. 3 déc. à 14 h 30 ».
    static String at(Instant moment) {
        var there = moment.atZone(PARIS);
        return "%s à %s".formatted(French.shortDay(there.toLocalDate()), French.hour(there.toLocalTime()));
    }

    /// « 3 minutes », « 2 heures », « 4 jours »: how long ago, or how long still.
    static String length(Duration length) {
        var positive = length.abs();
        if (positive.toHours() < 1) {
            return French.count(Math.max(1, positive.toMinutes()), "minute", "minutes");
        }
        return positive.toDays() < 1
                ? French.count(positive.toHours(), "heure", "heures")
                : French.count(positive.toDays(), "jour", "jours");
    }
}
