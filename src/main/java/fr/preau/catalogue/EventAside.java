package fr.preau.catalogue;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.web.Link;
import java.util.List;
import java.util.Optional;

/// What a module above shows under an event on its public page. Each module knows what it holds of an event, so each
/// gives its own, to whoever reads the page; they stand in the order of their `@Order`.
@FunctionalInterface
public interface EventAside {
    Optional<Aside> of(EventId event, Viewer viewer);

    /// A heading and the links under it.
    record Aside(String heading, List<Link> links) {
        public Aside {
            links = List.copyOf(links);
        }
    }
}
