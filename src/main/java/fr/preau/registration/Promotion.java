package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.Seats;
import fr.preau.event.SeatsFreed;
import fr.preau.event.SessionId;
import fr.preau.programme.Editions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Offers free seats to those who wait, in the transaction that freed them and behind the session's lock: nobody ever
/// sees a free seat that is someone's turn.
@Component
class Promotion {
    private final WaitingRepository waiting;
    private final Seats seats;
    private final Events events;
    private final Editions editions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Promotion(
            WaitingRepository waiting,
            Seats seats,
            Events events,
            Editions editions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.waiting = waiting;
        this.seats = seats;
        this.events = events;
        this.editions = editions;
        this.news = news;
        this.clock = clock;
    }

    /// Someone gave seats back, a walk-in undone at the door too; the organiser raised their number, or changed the
    /// policy.
    @EventListener
    void on(SeatsFreed freed) {
        promote(freed.session());
    }

    /// As far as the free seats and the policy go. What was read before the lock may have changed: all is read again.
    void promote(SessionId id) {
        var session = seats.lock(id).orElseThrow();
        var event = events.find(session.event()).orElseThrow();
        if (session.waiting() == 0 || session.cancelled() || event.cancelled()) {
            return;
        }
        var front = fitting(waiting.front(id), session, event);
        var edition = editions.find(event.edition()).orElseThrow();
        var offering = new OfferRule.Offering(clock.instant(), session, edition);
        if (OfferRule.deadline(offering).isAfter(offering.now())) {
            offer(front, event, offering);
        }
    }

    private void offer(List<WaitingEntry> front, PublishedEvent event, OfferRule.Offering offering) {
        var entries = front.stream().collect(Collectors.toMap(WaitingEntry::id, Function.identity()));
        var queue = front.stream().map(Turns.Waiting::of).toList();
        Turns.of(queue, Turns.Room.of(offering.session()), event.waiting())
                .forEach(turn -> offer(turn, entries, event, offering));
    }

    private void offer(
            Turns.Turn turn,
            Map<RegistrationId, WaitingEntry> entries,
            PublishedEvent event,
            OfferRule.Offering offering) {
        var entry = Objects.requireNonNull(entries.get(turn.offered()));
        var until = OfferRule.deadline(offering);
        waiting.offer(entry.id(), offering.now(), until);
        if (!turn.passed().isEmpty()) {
            waiting.pass(turn.passed());
        }
        seats.hold(entry.session(), entry.wanted().seats(), entry.isClass());
        news.publishEvent(new SeatsOffered(entry.offered(until), event));
    }

    /// A session made smaller may never have room again for someone who waits: they are told, not left to wait.
    private List<WaitingEntry> fitting(List<WaitingEntry> front, PublishedSession session, PublishedEvent event) {
        var fitting = front.stream().collect(Collectors.partitioningBy(entry -> couldFit(entry, session)));
        for (var tooLarge : fitting.getOrDefault(false, List.of())) {
            waiting.end(tooLarge.id(), WaitingEntry.State.ENDED, clock.instant());
            seats.dequeue(tooLarge.session(), tooLarge.isClass());
            news.publishEvent(new WaitingEnded(tooLarge, event, WaitingEnded.Why.TOO_SMALL, ""));
        }
        return fitting.getOrDefault(true, List.of());
    }

    private static boolean couldFit(WaitingEntry entry, PublishedSession session) {
        return entry.wanted().seats() <= (entry.isClass() ? session.classCapacity() : session.capacity());
    }
}
