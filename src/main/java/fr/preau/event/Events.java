package fr.preau.event;

import java.util.List;
import java.util.Optional;
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

    @Transactional(readOnly = true)
    public Optional<PublishedEvent> findBySession(SessionId session) {
        return listings.findBySession(session).map(Listing::event);
    }

    /// The départements an event that comes to schools goes to; none: everywhere.
    @Transactional(readOnly = true)
    public List<String> offeredIn(EventId id) {
        return listings.find(id).map(Listing::offeredIn).orElse(List.of());
    }
}
