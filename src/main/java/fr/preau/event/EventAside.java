package fr.preau.event;

import fr.preau.web.Link;
import java.util.List;
import java.util.Optional;

/// What a module above shows beside a published event, on its public page and on its organiser's: each module knows
/// what it holds of an event, so each gives its own, in the order of its `@Order`.
@FunctionalInterface
public interface EventAside {
    Optional<Aside> of(EventId event);

    /// A heading and what stands under it; `desk` is the page where the organiser decides of it.
    record Aside(String heading, List<Link> links, Link desk) {
        public Aside {
            links = List.copyOf(links);
        }
    }
}
