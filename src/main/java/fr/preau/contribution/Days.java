package fr.preau.contribution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/// A national consultation counts its days in Paris.
final class Days {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Days() {}

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, PARIS);
    }

    static ZonedDateTime moment(Instant instant) {
        return instant.atZone(PARIS);
    }
}
