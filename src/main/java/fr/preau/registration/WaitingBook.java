package fr.preau.registration;

import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import fr.preau.event.Seats;
import fr.preau.event.SessionId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The transactions of the waiting list. Each holds the session's row from its first look at the list to its end, so
/// that two of them are one after the other; a registration's row, where there is one, comes before (decision 11).
@Service
class WaitingBook {
    private static final String GONE = "Cette demande n'est plus sur la liste d'attente.";

    private static final String MOVED = "Votre demande vient de changer : relisez-la, puis acceptez de nouveau.";

    private final WaitingRepository waiting;
    private final RegistrationRepository registrations;
    private final Seats seats;
    private final Promotion promotion;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    WaitingBook(
            WaitingRepository waiting,
            RegistrationRepository registrations,
            Seats seats,
            Promotion promotion,
            ApplicationEventPublisher news,
            Clock clock) {
        this.waiting = waiting;
        this.registrations = registrations;
        this.seats = seats;
        this.promotion = promotion;
        this.news = news;
        this.clock = clock;
    }

    /// At the end of the list. Under a policy that fills, its turn may come at once.
    @Transactional
    public Joining join(Attempt before, Registrant registrant, UUID token) {
        var attempt = before.with(seats.lock(before.session().id()).orElseThrow());
        var done = waiting.findByToken(token)
                .<Joining>map(Joining.Joined::new)
                .or(() -> registrations.findByToken(token).map(Joining.Seated::new));
        if (done.isPresent()) {
            return done.get();
        }
        var refusal = WaitingRule.firstRefusal(attempt);
        if (refusal != null) {
            return new Joining.Refused(refusal);
        }
        return attempt.fits() ? new Joining.Room() : enter(attempt, registrant, token);
    }

    private Joining enter(Attempt attempt, Registrant registrant, UUID token) {
        var wanted = attempt.wanted(registrant);
        if (registrations.stands(wanted)) {
            return new Joining.Refused(SeatBook.alreadyRegistered(attempt.party()));
        }
        if (!waiting.insert(wanted, registrant, token)) {
            return new Joining.Refused(
                    attempt.party().isClass()
                            ? "Cette classe est déjà sur la liste d'attente de cette séance : voyez « Mes classes » dans votre espace."
                            : "Cette personne est déjà sur la liste d'attente de cette séance : ouvrez le lien reçu par courriel.");
        }
        seats.enqueue(wanted.session(), attempt.party().isClass());
        promotion.promote(wanted.session());
        var entry = waiting.find(wanted.id()).orElseThrow();
        if (entry.waits()) {
            news.publishEvent(new WaitingJoined(
                    entry, attempt.event(), waiting.ahead(entry).entries()));
        }
        return new Joining.Joined(entry);
    }

    /// The registration's row is written first, from what the offer was when it was read; behind the lock, all of it is
    /// undone unless the offer still stands as it was.
    @Transactional
    public Answer accept(WaitingEntry offered, Attempt attempt) {
        var wasFree = waiting.register(offered.id(), Keeping.until(attempt.session()), clock.instant());
        var session = seats.lock(offered.session()).orElseThrow();
        var entry = waiting.find(offered.id()).orElseThrow();
        if (entry.state() == WaitingEntry.State.ACCEPTED) {
            return new Answer.Seated(registrations.find(entry.id()).orElseThrow());
        }
        var refusal = WaitingRule.STILL_TO_COME.refusal(attempt.with(session));
        if (refusal != null || !entry.isOfferedAt(clock.instant())) {
            return undone(refusal == null ? notOffered(entry.state()) : refusal);
        }
        if (wasFree) {
            return seated(entry, attempt.event());
        }
        return registrations.stands(entry.wanted()) ? already(entry, attempt.party()) : undone(MOVED);
    }

    private Answer seated(WaitingEntry entry, PublishedEvent event) {
        var registration = registrations.find(entry.id()).orElseThrow();
        if (registration.seats() != entry.wanted().seats()
                || !Objects.equals(registration.schoolClass(), entry.wanted().schoolClass())) {
            return undone(MOVED);
        }
        seats.confirm(entry.session(), registration.seats(), entry.isClass());
        waiting.end(entry.id(), WaitingEntry.State.ACCEPTED, clock.instant());
        news.publishEvent(new RegistrationConfirmed(registration, event));
        return new Answer.Seated(registration);
    }

    /// They took seats another way meanwhile: these go to the next.
    private Answer already(WaitingEntry entry, Party party) {
        drop(entry, WaitingEntry.State.LEFT);
        promotion.promote(entry.session());
        return new Answer.Refused(SeatBook.alreadyRegistered(party));
    }

    /// Whether they wait or have an offer. Leaving may be what those behind waited for.
    @Transactional
    public Answer leave(WaitingEntry known) {
        seats.lock(known.session());
        var entry = waiting.find(known.id()).orElseThrow();
        if (!isLive(entry)) {
            return new Answer.Refused(GONE);
        }
        drop(entry, WaitingEntry.State.LEFT);
        promotion.promote(entry.session());
        return new Answer.Done();
    }

    @Transactional
    public Answer reduce(WaitingEntry known, int people) {
        return reduce(known, people, seatsNow -> waiting.resize(known.id(), seatsNow));
    }

    @Transactional
    public Answer reduce(WaitingEntry known, int newSeats, ClassChange change) {
        return reduce(known, newSeats, seatsNow -> waiting.resize(known.id(), seatsNow, change));
    }

    /// Its place stays its own as long as it asks for no more than it did. What an offer no longer needs is free.
    private Answer reduce(WaitingEntry known, int newSeats, IntConsumer write) {
        seats.lock(known.session());
        var entry = waiting.find(known.id()).orElseThrow();
        var less = entry.wanted().seats() - newSeats;
        if (!isLive(entry)) {
            return new Answer.Refused(GONE);
        }
        if (less < 0) {
            return new Answer.Refused(
                    "On ne garde pas sa place en demandant plus : quittez la liste, puis inscrivez-vous à la fin.");
        }
        write.accept(newSeats);
        if (less > 0 && !entry.waits()) {
            seats.letGo(entry.session(), less, entry.isClass());
        }
        promotion.promote(entry.session());
        return new Answer.Done();
    }

    /// False when it was answered in time after all, or another node came first.
    @Transactional
    public boolean expire(WaitingEntry known, PublishedEvent event) {
        seats.lock(known.session());
        var entry = waiting.find(known.id()).orElseThrow();
        if (entry.state() != WaitingEntry.State.OFFERED || entry.isOfferedAt(clock.instant())) {
            return false;
        }
        drop(entry, WaitingEntry.State.EXPIRED);
        news.publishEvent(new OfferExpired(entry, event));
        promotion.promote(entry.session());
        return true;
    }

    /// A hundred of those on the list, of a session nobody waits for any more; how many there were.
    @Transactional
    public int end(SessionId session, PublishedEvent event, WaitingEnded.Why why, String reason) {
        seats.lock(session);
        var entries = waiting.live(session, 0, 100);
        for (var entry : entries) {
            drop(entry, WaitingEntry.State.ENDED);
            news.publishEvent(new WaitingEnded(entry, event, why, reason));
        }
        return entries.size();
    }

    @Transactional
    public void rename(WaitingEntry known, String firstName) {
        seats.lock(known.session());
        waiting.rename(known.id(), firstName);
    }

    /// Leaves the list if it is still on it, then names nobody. False when it was accepted: a registration is erased as
    /// one.
    @Transactional
    public boolean erase(WaitingEntry known) {
        seats.lock(known.session());
        var entry = waiting.find(known.id()).orElseThrow();
        if (entry.state() == WaitingEntry.State.ACCEPTED) {
            return false;
        }
        if (isLive(entry)) {
            drop(entry, WaitingEntry.State.LEFT);
            promotion.promote(entry.session());
        }
        waiting.forget(entry.id(), clock.instant());
        news.publishEvent(new RegistrationsForgotten(List.of(new RegistrationsForgotten.Forgotten(
                entry.id(), entry.session(), entry.wanted().mail()))));
        return true;
    }

    /// What they wait for changed, their place did not. Behind the lock: nobody who has just left is told.
    @Transactional
    public void tell(RegistrationId id, PublishedEvent event, @Nullable Formerly formerly) {
        waiting.find(id).ifPresent(known -> seats.lock(known.session()));
        waiting.find(id)
                .filter(WaitingBook::isLive)
                .ifPresent(entry -> news.publishEvent(new WaitingMoved(entry, event, formerly)));
    }

    private void drop(WaitingEntry entry, WaitingEntry.State state) {
        waiting.end(entry.id(), state, clock.instant());
        if (entry.waits()) {
            seats.dequeue(entry.session(), entry.isClass());
        } else {
            seats.letGo(entry.session(), entry.wanted().seats(), entry.isClass());
        }
    }

    private static String notOffered(WaitingEntry.State state) {
        return switch (state) {
            case WAITING -> "Votre tour n'est pas encore venu : un courriel vous préviendra.";
            case OFFERED, EXPIRED -> "Le délai pour accepter est passé : la place est proposée à quelqu'un d'autre.";
            case ACCEPTED, LEFT, ENDED -> GONE;
        };
    }

    private static boolean isLive(WaitingEntry entry) {
        return entry.waits() || entry.state() == WaitingEntry.State.OFFERED;
    }

    private static Answer undone(String reason) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Answer.Refused(reason);
    }
}
