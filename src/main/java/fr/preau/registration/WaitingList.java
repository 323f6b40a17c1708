package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import fr.preau.event.SessionId;
import fr.preau.web.LinkKey;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/// Waiting for seats of a session that is full: joining, answering an offer, asking for less, leaving.
@Service
class WaitingList {
    /// A seat may come and go between the two questions, not for ever.
    private static final int TRIES = 5;

    private final WaitingRepository waiting;
    private final WaitingBook book;
    private final Registrations registrations;
    private final AttemptReader attempts;
    private final Events events;

    WaitingList(
            WaitingRepository waiting,
            WaitingBook book,
            Registrations registrations,
            AttemptReader attempts,
            Events events) {
        this.waiting = waiting;
        this.book = book;
        this.registrations = registrations;
        this.attempts = attempts;
        this.events = events;
    }

    /// Joins the list; when there is room after all, takes the seats at once.
    Joining join(SeatRequest request) {
        var attempt = attempts.of(request);
        if (attempt.isEmpty()) {
            return new Joining.Unknown();
        }
        for (var i = 0; i < TRIES; i++) {
            var joining = book.join(attempt.get(), request.registrant(), request.once());
            if (!(joining instanceof Joining.Room)) {
                return joining;
            }
            switch (registrations.register(request)) {
                case Outcome.Confirmed(var registration) -> {
                    return new Joining.Seated(registration);
                }
                case Outcome.AlreadyDone(var registration) -> {
                    return new Joining.Seated(registration);
                }
                case Outcome.Refused(var reason) -> {
                    return new Joining.Refused(reason);
                }
                case Outcome.Unknown() -> {
                    return new Joining.Unknown();
                }
                case Outcome.Full _ -> {}
            }
        }
        return new Joining.Refused("Beaucoup de monde demande cette séance : recommencez dans un instant.");
    }

    /// What the link of a mail opens; empty for a key nobody was given.
    Optional<WaitingEntry> held(String key) {
        return LinkKey.isOne(key) ? waiting.findByKey(key) : Optional.empty();
    }

    Answer accept(WaitingEntry entry) {
        return answered(entry, book::accept);
    }

    Answer leave(WaitingEntry entry) {
        return book.leave(entry);
    }

    /// False when that name waits for this session with the same address already.
    boolean rename(WaitingEntry entry, String firstName) {
        try {
            book.rename(entry, firstName);
            return true;
        } catch (DuplicateKeyException _) {
            return false;
        }
    }

    /// Forgets whoever it names, at once: it leaves the list first. False when it has become a registration.
    boolean erase(WaitingEntry entry) {
        return book.erase(entry);
    }

    Answer reduce(WaitingEntry entry, int people) {
        return book.reduce(entry, people);
    }

    Answer reduce(WaitingEntry entry, ClassChange change) {
        return answered(
                entry,
                (one, attempt) -> book.reduce(one, ClassChange.seats(change.headcount(), attempt.event()), change));
    }

    /// Ends the list of a session: everyone on it is told why, seats that were offered are free.
    void end(SessionId session, PublishedEvent event, WaitingEnded.Why why, String reason) {
        while (book.end(session, event, why, reason) > 0) {}
    }

    /// Tells everyone on the list of a session that it moved.
    void tell(SessionId session, PublishedEvent event, @Nullable Formerly formerly) {
        waiting.liveIds(session).forEach(id -> book.tell(id, event, formerly));
    }

    boolean expire(WaitingEntry entry) {
        return book.expire(entry, events.find(entry.event()).orElseThrow());
    }

    private Answer answered(WaitingEntry entry, BiFunction<WaitingEntry, Attempt, Answer> answer) {
        var wanted = entry.wanted();
        return attempts.at(entry.event(), entry.session(), Party.smallest(wanted.kind()))
                .map(attempt -> answer.apply(entry, attempt))
                .orElseGet(() -> new Answer.Refused("Cette séance n'existe plus."));
    }
}
