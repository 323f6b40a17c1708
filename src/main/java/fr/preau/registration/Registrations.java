package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.PublishedEvent;
import fr.preau.event.SessionId;
import fr.preau.web.LinkKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Service;

/// Seats asked for, kept, changed and given back: three ways in, one counter.
@Service
public class Registrations {
    private final RegistrationRepository repository;
    private final AttemptReader attempts;
    private final SeatBook book;
    private final Reminding reminding;
    private final ForgettingRepository forgetting;

    Registrations(
            RegistrationRepository repository,
            AttemptReader attempts,
            SeatBook book,
            Reminding reminding,
            ForgettingRepository forgetting) {
        this.repository = repository;
        this.attempts = attempts;
        this.book = book;
        this.reminding = reminding;
        this.forgetting = forgetting;
    }

    /// What was done by this very form and given back since is asked for anew: nobody is told twice of what is no more.
    public Outcome register(SeatRequest request) {
        var outcome = ask(request);
        return outcome instanceof Outcome.AlreadyDone && !repository.allStand(request)
                ? register(request.again())
                : outcome;
    }

    /// Everything is read and judged first; the transaction that follows only writes.
    private Outcome ask(SeatRequest request) {
        var found = attempts.lately(request)
                .filter(attempt -> attempt.fits() && RegistrationRule.firstRefusal(attempt) == null)
                .or(() -> attempts.of(request));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var attempt = found.get();
        var token = request.once();
        var refusal = RegistrationRule.firstRefusal(attempt);
        if (refusal == null && attempt.fits()) {
            return told(book.take(attempt, request), request, attempt.event());
        }
        return repository
                .findByToken(token)
                .<Outcome>map(Outcome.AlreadyDone::new)
                .orElseGet(() -> refusal == null ? new Outcome.Full(attempt.left()) : new Outcome.Refused(refusal));
    }

    private Outcome told(Outcome outcome, SeatRequest request, PublishedEvent event) {
        if (outcome instanceof Outcome.Known) {
            reminding.tell(request, event);
        }
        return outcome;
    }

    public Optional<Registration> find(RegistrationId id) {
        return repository.find(id);
    }

    /// Extends the day a registration is forgotten, never shortens it: its owner asked for something that needs their
    /// name until then (a certificate).
    public void keepUntil(RegistrationId id, LocalDate day) {
        forgetting.keepUntil(id, day);
    }

    /// Forgets whoever it names, at once: cancelled first if it is still to come.
    boolean erase(Registration held) {
        var found = attempts.at(held.event(), held.session(), Party.smallest(held.kind()));
        return found.isPresent()
                && book.erase(
                        held.id(),
                        found.get().event(),
                        RegistrationRule.SESSION_IS_TO_COME.refusal(found.get()) == null);
    }

    /// What the link of a mail opens; empty for a key nobody was given.
    public Optional<Held> held(String key) {
        return LinkKey.isOne(key) ? repository.findByKey(key) : Optional.empty();
    }

    /// The same, for whoever knows its id.
    public Optional<Held> held(RegistrationId id) {
        return repository.findHeld(id);
    }

    /// Everyone on a session, cancelled ones too: classes first, then by name.
    public List<Held> of(EventId event, SessionId session) {
        return repository.allOf(event, session);
    }

    Change change(Registration held, int people) {
        return change(held, _ -> people, attempt -> book.change(held.id(), people, attempt.event()));
    }

    Change change(Registration held, ClassChange change) {
        return change(
                held,
                event -> ClassChange.seats(change.headcount(), event),
                attempt -> book.change(held.id(), change, attempt.event()));
    }

    /// One may come in smaller number until the hour; more people follow the rules of a registration.
    private Change change(Registration held, ToIntFunction<PublishedEvent> newSeats, Function<Attempt, Change> write) {
        var found = attempts.at(held.event(), held.session(), Party.smallest(held.kind()));
        if (found.isEmpty()) {
            return new Change.Gone();
        }
        var more = newSeats.applyAsInt(found.get().event()) - held.seats();
        var refusal = more > 0
                ? RegistrationRule.firstRefusal(found.get())
                : RegistrationRule.SESSION_IS_TO_COME.refusal(found.get());
        return refusal == null ? write.apply(found.get()) : new Change.Refused(refusal);
    }

    /// A session that has begun keeps its list: it is what the organiser welcomed people with.
    Change cancel(Registration held, Cancellation cancellation) {
        var found = attempts.at(held.event(), held.session(), Party.smallest(held.kind()));
        var refusal = found.map(RegistrationRule.SESSION_IS_TO_COME::refusal);
        if (refusal.isPresent()) {
            return new Change.Refused(refusal.get());
        }
        return found.isPresent()
                        && book.cancel(held.id(), cancellation, found.get().event())
                ? new Change.Done(held)
                : new Change.Gone();
    }
}
