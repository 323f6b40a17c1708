package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.territory.Territories;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        var changed = writeSessions(event.id(), content, zone);
        var touched = changed.stream().map(Formerly.Hours::session).collect(Collectors.toSet());
        if (before.isPresent() && !before.get().equals(ListingWriter.Whereabouts.of(content))) {
            touched.addAll(sessions.idsOf(event.id()));
        }
        var formerly = before.map(place -> new Formerly(place.place(), place.link(), changed))
                .orElse(null);
        sessions.awaited(event.id()).forEach(id -> news.publishEvent(new SeatsFreed(id, event.id())));
        news.publishEvent(new EventPublished(
                event.id(), revision, organisations.mailsOf(event.organisation()), before.isEmpty(), touched, formerly));
    }

    /// The former hours of the sessions whose date changes. One that is no longer planned is cancelled, never deleted: people may have
    /// registered to it meanwhile, and are told.
    private List<Formerly.Hours> writeSessions(EventId event, EventContent content, ZoneId zone) {
        var gone = sessions.idsOf(event);
        var changed = new ArrayList<Formerly.Hours>();
        for (var slot : content.sessions()) {
            var id = new SessionId(slot.id());
            gone.remove(id);
            sessions.write(event, slot, zone).ifPresent(changed::add);
        }
        gone.stream()
                .filter(sessions::cancel)
                .forEach(id -> news.publishEvent(
                        new SessionCancelled(id, event, "L'organisateur a retiré cette séance du programme.")));
        return changed;
    }
}
