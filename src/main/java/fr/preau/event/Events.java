package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.database.Lately;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Published events, for the modules above: as last approved, cancelled or not.
@Component
public class Events {
    /// How old what [#lately] says may be.
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private final ListingRepository listings;
    private final SeatRepository sessions;
    private final Lately<EventId, PublishedEvent> lately;

    Events(ListingRepository listings, SeatRepository sessions) {
        this.listings = listings;
        this.sessions = sessions;
        this.lately = new Lately<>(A_MOMENT, id -> listings.find(id).map(Listing::event));
    }

    /// As it was a second ago at most, seats included: for a rush, where the counter itself has the last word.
    public Optional<PublishedEvent> lately(EventId id) {
        return lately.find(id);
    }

    @EventListener
    void on(EventPublished news) {
        lately.forget(news.event());
    }

    @EventListener
    void on(EventCancelled news) {
        lately.forget(news.event());
    }

    @EventListener
    void on(SessionCancelled news) {
        lately.forget(news.event());
    }

    @Transactional(readOnly = true)
    public Optional<PublishedEvent> find(EventId id) {
        return listings.find(id).map(Listing::event);
    }

    /// By id, for a list: two queries, however long it is.
    @Transactional(readOnly = true)
    public Map<EventId, PublishedEvent> find(Collection<EventId> ids) {
        return listings.find(ids.stream().map(EventId::value).toList()).stream()
                .map(Listing::event)
                .collect(Collectors.toMap(PublishedEvent::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    public Optional<PublishedEvent> findBySession(SessionId session) {
        return listings.findBySession(session).map(Listing::event);
    }

    /// The sessions that begin from `from` on and before `until`, the soonest first; none that is cancelled.
    @Transactional(readOnly = true)
    public List<PublishedSession> beginning(Instant from, Instant until) {
        return sessions.beginning(from, until);
    }

    /// An edition's events that a school of the directory hosts, cancelled or not.
    @Transactional(readOnly = true)
    public List<PublishedEvent> hostedBy(Uai school, EditionId edition) {
        return listings.hostedBy(school, edition).stream().map(Listing::event).toList();
    }

    /// What those who speak do (« ingénieure en robotique »), never who they are.
    @Transactional(readOnly = true)
    public List<String> callingsAt(EventId id) {
        return listings.find(id).stream()
                .flatMap(listing -> listing.speakers().stream())
                .map(Listing.Speaker::role)
                .filter(role -> !role.isBlank())
                .distinct()
                .toList();
    }

    /// The sessions that end from `from` on and before `until`, the soonest first; none that is cancelled.
    @Transactional(readOnly = true)
    public List<PublishedSession> ending(Instant from, Instant until) {
        return sessions.ending(from, until);
    }

    /// The same, of these organisations' events.
    @Transactional(readOnly = true)
    public List<PublishedSession> ending(Collection<OrganisationId> organisations, Instant from, Instant until) {
        return sessions.ending(organisations, from, until);
    }

    /// The départements an event that comes to schools goes to; none: everywhere.
    @Transactional(readOnly = true)
    public List<String> offeredIn(EventId id) {
        return listings.find(id).map(Listing::offeredIn).orElse(List.of());
    }
}
