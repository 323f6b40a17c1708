package fr.preau.event;

import static java.util.stream.Collectors.toUnmodifiableSet;

import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// What can be taken now, decided here once for every page, feed and figure that shows free seats: a session that has
/// started, is cancelled, or whose edition takes no more registrations has none left, whatever its counter says. Before
/// registrations open the seats are there; the page says from when.
@Component
public class SeatsNow {
    /// The same as [Moment#isOpen], of `event.listing l` and `event.session s`; takes `:now` and `:closed`.
    static final String OPEN =
            "not l.cancelled and not s.cancelled and s.starts_at > :now and l.edition_id <> all(:closed)";

    private final Editions editions;
    private final Clock clock;

    SeatsNow(Editions editions, Clock clock) {
        this.editions = editions;
        this.clock = clock;
    }

    public Moment moment() {
        var now = clock.instant();
        return new Moment(
                now,
                editions.all().stream()
                        .filter(edition -> !now.isBefore(edition.registrationsClose()))
                        .map(Edition::id)
                        .collect(toUnmodifiableSet()));
    }

    /// An instant, and the editions whose registrations had closed by then.
    public record Moment(Instant at, Set<EditionId> closed) {
        public Moment {
            closed = Set.copyOf(closed);
        }

        /// Whether its seats can still be taken by whoever comes, if there are any.
        public boolean isOpen(PublishedEvent event, PublishedSession session) {
            return !event.cancelled()
                    && !session.cancelled()
                    && session.start().toInstant().isAfter(at)
                    && !closed.contains(event.edition());
        }

        public List<PublishedSession> open(PublishedEvent event) {
            return event.sessions().stream()
                    .filter(session -> isOpen(event, session))
                    .toList();
        }

        /// What someone who comes now may take; zero where nothing can be.
        public int left(PublishedEvent event, PublishedSession session) {
            return isOpen(event, session) ? Math.max(0, session.left()) : 0;
        }

        /// The largest class that still fits.
        public int leftForClasses(PublishedEvent event, PublishedSession session) {
            return isOpen(event, session) ? Math.max(0, session.leftForClasses()) : 0;
        }

        UUID[] closedIds() {
            return closed.stream().map(EditionId::value).toArray(UUID[]::new);
        }
    }
}
