package fr.preau.programme;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// The editions, and which one is under way.
@Component
public class Editions {
    /// The edition people mean today: the one whose week is not over, soonest first; otherwise the latest one.
    public Optional<Edition> current() {
        throw new IllegalStateException();
    }

    public Optional<Edition> find(EditionId id) {
        throw new IllegalStateException();
    }
}
