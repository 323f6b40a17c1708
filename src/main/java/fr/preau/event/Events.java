package fr.preau.event;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Published events, for the modules above.
@Component
public class Events {
    public Optional<PublishedEvent> find(EventId id) {
        throw new IllegalStateException();
    }

    public Optional<PublishedEvent> findBySession(SessionId session) {
        throw new IllegalStateException();
    }
}
