package fr.preau.consultation;

import java.time.LocalTime;

/// A part of the half-day, at these hours of the session's own zone.
public record Step(Kind kind, String title, LocalTime starts, LocalTime ends, String room) {
    /// The three parts that every session has [EGN C4].
    public enum Kind {
        PLENARY("Plénière"),
        WORKSHOPS("Ateliers"),
        RESTITUTION("Restitution");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }
}
