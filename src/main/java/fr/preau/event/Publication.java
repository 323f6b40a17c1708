package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.territory.Territories;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Makes an approved version what the public sees: writes its listing and its sessions, and tells the modules above.
/// Always within the transaction that approves it.
@Component
class Publication {
    private final ListingWriter listings;
    private final SeatRepository sessions;
    private final Organisations organisations;
    private final Territories territories;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Publication(
            ListingWriter listings,
            SeatRepository sessions,
            Organisations organisations,
            Territories territories,
            ApplicationEventPublisher news,
            Clock clock) {
        this.listings = listings;
        this.sessions = sessions;
        this.organisations = organisations;
        this.territories = territories;
        this.news = news;
        this.clock = clock;
    }

    void publish(EventRecord event, EventContent content) {
        var zone = content.zone(territories);
        var before = listings.whereabouts(event.id());
        var organisation = organisations.find(event.organisation()).orElseThrow();
        var revision =
                listings.write(new ListingWriter.Approved(event, organisation.name(), content, zone, clock.instant()));
        var touched = writeSessions(event.id(), content, zone);
        var moved = before.filter(place -> !place.equals(ListingWriter.Whereabouts.of(content)));
        if (moved.isPresent()) {
            touched.addAll(sessions.idsOf(event.id()));
        }
        sessions.awaited(event.id()).forEach(id -> news.publishEvent(new SeatsFreed(id, event.id())));
        news.publishEvent(new EventPublished(
                event.id(), revision, organisations.mailsOf(event.organisation()), before.isEmpty(), touched));
    }

    /// The sessions whose date changed. One that is no longer planned is cancelled, never deleted: people may have
    /// registered to it meanwhile, and are told.
    private Set<SessionId> writeSessions(EventId event, EventContent content, ZoneId zone) {
        var gone = sessions.idsOf(event);
        var touched = new HashSet<SessionId>();
        for (var slot : content.sessions()) {
            var id = new SessionId(slot.id());
            gone.remove(id);
            if (sessions.write(event, slot, zone) == SeatRepository.Written.MOVED) {
                touched.add(id);
            }
        }
        gone.stream()
                .filter(sessions::cancel)
                .forEach(id -> news.publishEvent(
                        new SessionCancelled(id, event, "L'organisateur a retiré cette séance du programme.")));
        return touched;
    }
}
