package fr.preau.attendance;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Finds a session's door, and lets to it only those who organise it.
@Component
class Desks {
    private final Events events;
    private final ClosingRepository closings;
    private final Clock clock;
    private final Duration delay;

    Desks(
            Events events,
            ClosingRepository closings,
            Clock clock,
            @Value("${preau.attendance.closing-delay}") Duration delay) {
        this.events = events;
        this.closings = closings;
        this.clock = clock;
        this.delay = delay;
    }

    Desk open(UUID event, UUID session, Viewer viewer) {
        var found = events.find(new EventId(event)).orElseThrow(new NotFound("Cet événement n'est pas publié."));
        Forbidden.unless(
                viewer.actsFor(found.organisation()),
                "Seule l'organisation de cet événement en accueille les participants.");
        return found.sessions().stream()
                .filter(one -> one.id().equals(new SessionId(session)))
                .findFirst()
                .map(one -> of(found, one))
                .orElseThrow(new NotFound("Cette séance n'existe pas dans cet événement."));
    }

    Desk of(PublishedEvent event, PublishedSession session) {
        return new Desk(event, session, closings.find(session.id()).orElse(null), delay, clock.instant());
    }

    /// The same door, a moment later: what a transaction that holds it decides on.
    Desk again(Desk desk) {
        return of(desk.event(), desk.session());
    }

    Duration delay() {
        return delay;
    }
}
