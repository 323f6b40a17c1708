package fr.preau.registration;

import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import fr.preau.event.Seats;
import fr.preau.event.SessionId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    private static final String GIVEN_BACK = "Cette inscription a été annulée depuis.";

    private static final String CLASS_IS_KNOWN =
            "Cette classe est déjà inscrite à cette séance, ou l'attend déjà : voyez « Mes classes » dans votre espace.";

    private static final String MOVED = "Votre demande vient de changer : relisez-la, puis acceptez de nouveau.";

    private final WaitingRepository waiting;
    private final Networks networks;
    private final Reminding reminding;
    private final RegistrationRepository registrations;
    private final Seats seats;
    private final Promotion promotion;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    WaitingBook(
            WaitingRepository waiting,
            Networks networks,
            Reminding reminding,
            RegistrationRepository registrations,
            Seats seats,
            Promotion promotion,
            ApplicationEventPublisher news,
            Clock clock) {
        this.waiting = waiting;
        this.networks = networks;
        this.reminding = reminding;
        this.registrations = registrations;
        this.seats = seats;
        this.promotion = promotion;
        this.news = news;
        this.clock = clock;
    }

    /// At the end of the list. Under a policy that fills, its turn may come at once. Who the address has is counted
    /// before the session is held: a registration holds them in that order.
    @Transactional
    public Joining join(Attempt before, SeatRequest request) {
        var people = request.isForClass()
                ? 0
                : registrations.peopleOf(request.registrant().mail(), request.session());
        var attempt = before.with(seats.lock(request.session()).orElseThrow());
        var done = done(request);
        if (done.isPresent()) {
            var allThere = request.each().stream().allMatch(one -> isThere(attempt.wanted(one.registrant())));
            return allThere ? done.get() : new Joining.GivenBack();
        }
        var refusal = WaitingRule.firstRefusal(attempt);
        if (refusal != null) {
            return new Joining.Refused(refusal);
        }
        return attempt.fits() ? new Joining.Room() : enter(attempt, request, people);
    }

    /// What this very form did before.
    private Optional<Joining> done(SeatRequest request) {
        return request.each().stream()
                .flatMap(one -> waiting
                        .findByToken(one.token())
                        .<Joining>map(Joining.Joined::new)
                        .or(() -> registrations.findByToken(one.token()).map(Joining.Seated::new))
                        .stream())
                .findFirst();
    }

    private boolean isThere(Registration wanted) {
        return registrations.stands(wanted) || waiting.waits(wanted);
    }

    private Joining enter(Attempt attempt, SeatRequest request, int people) {
        var entered = new ArrayList<RegistrationId>();
        var counted = people;
        for (var one : request.each()) {
            var wanted = attempt.wanted(one.registrant());
            if (isThere(wanted)) {
                continue;
            }
            counted += wanted.seats();
            if (!request.isForClass() && counted > SeatRequest.PEOPLE) {
                return nobody();
            }
            insert(one, wanted, attempt, request);
            entered.add(wanted.id());
        }
        return entered.isEmpty() ? known(request) : entered(entered, attempt, request);
    }

    private void insert(SeatRequest.One one, Registration wanted, Attempt attempt, SeatRequest request) {
        var keeping = new RegistrationRepository.Keeping(
                one.token(), networks.digest(request.network(), request.session()), Keeping.until(attempt.session()));
        if (!waiting.insert(wanted, one.registrant(), keeping)) {
            throw new IllegalStateException("whoever writes here holds the session");
        }
        seats.enqueue(wanted.session(), attempt.party().isClass());
    }

    private Joining entered(List<RegistrationId> ids, Attempt attempt, SeatRequest request) {
        promotion.promote(request.session());
        var entries = ids.stream().map(id -> waiting.find(id).orElseThrow()).toList();
        entries.stream()
                .filter(WaitingEntry::waits)
                .forEach(entry -> news.publishEvent(new WaitingJoined(
                        entry, attempt.event(), waiting.ahead(entry).entries())));
        if (entries.size() <= request.children().size()) {
            reminding.tell(request, attempt.event());
        }
        return new Joining.Joined(entries.getFirst());
    }

    /// A class is told on the page: its teacher is known.
    private static Joining known(SeatRequest request) {
        return request.isForClass() ? new Joining.Refused(CLASS_IS_KNOWN) : new Joining.Known();
    }

    private static Joining nobody() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Joining.Known();
    }

    /// The registration's row is written first, from what the offer was when it was read; behind the lock, all of it is
    /// undone unless the offer still stands as it was.
    @Transactional
    public Answer accept(WaitingEntry offered, Attempt attempt) {
        var wasFree = waiting.register(offered.id(), Keeping.until(attempt.session()), clock.instant());
        var session = seats.lock(offered.session()).orElseThrow();
        var entry = waiting.find(offered.id()).orElseThrow();
        if (entry.state() == WaitingEntry.State.ACCEPTED) {
            return registrations
                    .findHeld(entry.id())
                    .filter(Held::stands)
                    .<Answer>map(held -> new Answer.Seated(held.registration()))
                    .orElseGet(() -> new Answer.Refused(GIVEN_BACK));
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
    public Answer leave(WaitingEntry known, PublishedEvent event) {
        seats.lock(known.session());
        var entry = waiting.find(known.id()).orElseThrow();
        if (!isLive(entry)) {
            return new Answer.Refused(GONE);
        }
        drop(entry, WaitingEntry.State.LEFT);
        news.publishEvent(new WaitingLeft(entry, event));
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

    /// Among many that came from one place: its owner is told so.
    @Transactional
    public void withdraw(RegistrationId id, PublishedEvent event, CrowdCancelled crowd) {
        waiting.find(id).ifPresent(known -> seats.lock(known.session()));
        waiting.find(id).filter(WaitingBook::isLive).ifPresent(entry -> {
            drop(entry, WaitingEntry.State.ENDED);
            news.publishEvent(new SeatsWithdrawn(entry.wanted(), event, true, crowd.by(), crowd.reason()));
            promotion.promote(entry.session());
        });
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
