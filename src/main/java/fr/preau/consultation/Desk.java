package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// A session on its coordinator's desk.
record Desk(Consultation consultation, Session session, List<Workshop> workshops, int people) {
    int seats() {
        return workshops.stream()
                .filter(workshop -> !workshop.cancelled())
                .mapToInt(Workshop::seats)
                .sum();
    }

    String path() {
        return session.deskPath();
    }

    List<Workshop> held() {
        return workshops.stream().filter(workshop -> !workshop.cancelled()).toList();
    }

    /// Those whose seats the verifier refused.
    List<Workshop> withheld() {
        return workshops.stream().filter(Workshop::withheld).toList();
    }

    /// Opens desks to those who steer the session's territory, and to nobody else.
    @Component
    static class Keys {
        private final Consultations consultations;
        private final Sessions sessions;
        private final PartyRepository parties;
        private final Steering steering;

        Keys(Consultations consultations, Sessions sessions, PartyRepository parties, Steering steering) {
            this.consultations = consultations;
            this.sessions = sessions;
            this.parties = parties;
            this.steering = steering;
        }

        Desk open(UUID id, Viewer viewer) {
            var session = sessions.current(new SessionId(id)).orElseThrow(new NotFound("Cette session n'existe pas."));
            Forbidden.unless(
                    steering.steers(viewer, session.territory()),
                    "Cette session est préparée par la coordination de son territoire (%s)."
                            .formatted(session.territory().label()));
            return new Desk(
                    consultations.find(session.consultation()).orElseThrow(),
                    session,
                    sessions.workshops(session.id()),
                    parties.count(session.id()));
        }
    }
}
