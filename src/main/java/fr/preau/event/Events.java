package fr.preau.event;

import fr.preau.database.Lately;
import java.time.Duration;
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
    private final Lately<EventId, PublishedEvent> lately;

    Events(ListingRepository listings) {
        this.listings = listings;
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

    /// The départements an event that comes to schools goes to; none: everywhere.
    @Transactional(readOnly = true)
    public List<String> offeredIn(EventId id) {
        return listings.find(id).map(Listing::offeredIn).orElse(List.of());
    }
}
