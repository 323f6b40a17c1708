package fr.preau.event;

import fr.preau.event.Outcome.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Cancels a published event, or one of its sessions. Those registered are told by whoever hears [EventCancelled] and
/// [SessionCancelled].
@Service
class Cancelling {
    private final Writes writes;
    private final VersionRepository versions;
    private final SeatRepository sessions;
    private final ListingWriter listings;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Cancelling(
            Writes writes,
            VersionRepository versions,
            SeatRepository sessions,
            ListingWriter listings,
            ApplicationEventPublisher news,
            Clock clock) {
        this.writes = writes;
        this.versions = versions;
        this.sessions = sessions;
        this.listings = listings;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    Outcome cancel(Writing writing, String reason) {
        return writes.write(writing, EventAction.CANCEL, standing -> {
            if (isOver(sessions.ofEvent(writing.event()))) {
                return new Refused("Cet événement a déjà eu lieu : il ne peut plus être annulé.");
            }
            return (Writes.Work) () -> {
                announce(standing, reason, EventCancelled.By.ORGANISER);
                return "L'événement est annulé. Les personnes inscrites sont prévenues.";
            };
        });
    }

    @Transactional
    Outcome cancelSession(Writing writing, SessionId id, String reason) {
        return writes.write(writing, EventAction.CANCEL_SESSION, standing -> {
            var all = sessions.ofEvent(writing.event());
            var session = all.stream().filter(one -> one.id().equals(id)).findFirst();
            if (session.isEmpty() || session.get().cancelled()) {
                return new Refused("Cette séance est déjà annulée.");
            }
            if (isStarted(session.get())) {
                return new Refused("Cette séance a déjà eu lieu : elle ne peut plus être annulée.");
            }
            if (all.stream().filter(one -> !one.cancelled()).count() == 1) {
                return new Refused("C'est la seule séance : annulez plutôt l'événement.");
            }
            return (Writes.Work) () -> cancelSession(writing.event(), id, reason);
        });
    }

    /// Within the transaction of whoever cancels; their write was allowed.
    void announce(Standing standing, String reason, EventCancelled.By by) {
        var event = standing.event().id();
        if (standing.latest().state() == VersionState.SUBMITTED) {
            versions.withdraw(standing.latest());
        }
        sessions.cancelAll(event);
        listings.cancel(event, reason, now());
        news.publishEvent(new EventCancelled(event, standing.published().title(), reason, by));
    }

    private String cancelSession(EventId event, SessionId session, String reason) {
        sessions.cancel(session);
        listings.revise(event, now());
        news.publishEvent(new SessionCancelled(session, event, reason));
        return "La séance est annulée. Les personnes inscrites sont prévenues.";
    }

    boolean isOver(List<PublishedSession> all) {
        return all.stream().allMatch(session -> session.cancelled() || isStarted(session));
    }

    /// Those that may be cancelled alone: still to come, and not the last one that stands.
    Set<SessionId> cancellable(List<PublishedSession> all) {
        var standing = all.stream().filter(session -> !session.cancelled()).toList();
        return standing.size() == 1
                ? Set.of()
                : standing.stream()
                        .filter(session -> !isStarted(session))
                        .map(PublishedSession::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isStarted(PublishedSession session) {
        return !session.start().toInstant().isAfter(now());
    }

    private Instant now() {
        return clock.instant();
    }
}
