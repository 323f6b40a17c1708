package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.territory.Territories;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Who sees an event's registrations: its organisation everything it needs, those who steer its territory the counts.
@Component
class AttendeeAccess {
    private final Events events;
    private final Territories territories;

    AttendeeAccess(Events events, Territories territories) {
        this.events = events;
        this.territories = territories;
    }

    /// For lists, messages and cancellations.
    PublishedEvent organised(EventId id, Viewer viewer) {
        var event = find(id);
        Forbidden.unless(
                viewer.actsFor(event.organisation()), "Seule l'organisation de cet événement voit qui s'y inscrit.");
        return event;
    }

    /// For counts.
    PublishedEvent counted(EventId id, Viewer viewer) {
        var event = find(id);
        Forbidden.unless(
                viewer.actsFor(event.organisation()) || steers(viewer, event),
                "Seules l'organisation de cet événement et la coordination de son territoire en voient les inscriptions.");
        return event;
    }

    private boolean steers(Viewer viewer, PublishedEvent event) {
        return viewer.isPilot()
                || departements(event).stream()
                        .flatMap(code -> territories.departement(code).stream())
                        .anyMatch(viewer::steers);
    }

    private Collection<String> departements(PublishedEvent event) {
        return event.format() == Format.AT_SCHOOL
                ? events.offeredIn(event.id())
                : Stream.of(event.departement()).filter(Objects::nonNull).toList();
    }

    private PublishedEvent find(EventId id) {
        return events.find(id)
                .orElseThrow(new NotFound("Cet événement n'est pas publié : personne ne peut encore s'y inscrire."));
    }
}
