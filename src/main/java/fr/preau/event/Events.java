package fr.preau.event;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Published events, for the modules above: as last approved, cancelled or not.
@Component
public class Events {
    private final ListingRepository listings;

    Events(ListingRepository listings) {
        this.listings = listings;
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

    /// The day each of these sessions ends, on its own clocks; those that are gone are left out.
    @Transactional(readOnly = true)
    public Map<SessionId, LocalDate> lastDays(Collection<SessionId> sessions) {
        return listings.lastDays(sessions.stream().map(SessionId::value).toList());
    }

    /// The départements an event that comes to schools goes to; none: everywhere.
    @Transactional(readOnly = true)
    public List<String> offeredIn(EventId id) {
        return listings.find(id).map(Listing::offeredIn).orElse(List.of());
    }
}
