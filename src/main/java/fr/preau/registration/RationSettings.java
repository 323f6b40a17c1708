package fr.preau.registration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// `preau.rations`: what one network may take, why these numbers is in decision 29. `formsPerHour` counts the forms of
/// people, not those of classes, which a known teacher sends; `seatsPerSession` their seats in one session, on the
/// waiting list too, and `familySeatsPerSession` those of parents and adults among them.
@ConfigurationProperties("preau.rations")
record RationSettings(int formsPerHour, int seatsPerSession, int familySeatsPerSession, int lostLinksPerHour) {
    /// In a large session, a part of it is more than the number.
    private static final int A_PART = 4;

    int seatsOf(int capacity) {
        return Math.max(seatsPerSession, capacity / A_PART);
    }

    int familySeatsOf(int capacity) {
        return Math.max(familySeatsPerSession, capacity / A_PART);
    }
}
