package fr.preau.attendance;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.registration.Registration;
import java.time.Instant;

/// A certificate of attendance as kept: enough to check a paper, not to know whose it is.
record Certificate(HumanCode code, Kind kind, EventId event, SessionId session, Instant issuedAt, boolean withdrawn) {
    /// Signs of a code without its check: one in 10^17 guessed.
    static final int SIGNS = 11;

    enum Kind {
        PUPIL("élève"),
        ADULT("adulte"),
        TEACHER("enseignante ou enseignant, avec sa classe"),
        SPEAKER("intervenante ou intervenant");

        private final String french;

        Kind(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }

        static Kind of(Registration.Kind kind) {
            return switch (kind) {
                case PUPIL -> PUPIL;
                case ADULT -> ADULT;
                case CLASS -> TEACHER;
            };
        }
    }

    static Certificate fresh(Kind kind, EventId event, SessionId session, Instant now) {
        return new Certificate(HumanCode.random(SIGNS), kind, event, session, now, false);
    }

    /// The page that anyone may open to check it.
    String path() {
        return "/attestations/" + code.shown();
    }
}
