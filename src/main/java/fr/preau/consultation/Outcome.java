package fr.preau.consultation;

import fr.preau.web.French;
import java.time.Instant;

/// What became of what somebody asked.
sealed interface Outcome {
    record Done() implements Outcome {}

    /// Not now, for this reason.
    record Refused(String reason) implements Outcome {}

    /// Somebody else took the last seat meanwhile.
    record Full() implements Outcome {}

    /// Somebody else wrote on the same thing meanwhile: nothing is written before it was read again.
    record Stale() implements Outcome {}

    static Refused closed(Session session, Instant now) {
        return new Refused(
                switch (session.state()) {
                    case DRAFT -> "Les inscriptions de cette session ne sont pas encore ouvertes.";
                    case CANCELLED -> "Cette session est annulée.";
                    case OPEN, CLOSED ->
                        "Les vœux sont clos depuis le %s ; les places libres seront proposées après le tirage."
                                .formatted(French.moment(
                                        session.joining().closesAt().atZone(session.zone())));
                    case SEATED ->
                        now.isAfter(session.ends().toInstant())
                                ? "Cette session est passée."
                                : "Cette session a commencé : voyez sur place.";
                });
    }
}
