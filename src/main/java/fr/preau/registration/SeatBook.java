package fr.preau.registration;

import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import fr.preau.event.Seats;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// The transactions that write registrations and move seats, each as short as can be: the row, the news (which
/// notification turns into mail to send), the counter; then commit. All or nothing.
@Service
class SeatBook {
    private final RegistrationRepository registrations;
    private final Forgetting forgetting;
    private final Seats seats;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    SeatBook(
            RegistrationRepository registrations,
            Forgetting forgetting,
            Seats seats,
            ApplicationEventPublisher news,
            Clock clock) {
        this.registrations = registrations;
        this.forgetting = forgetting;
        this.seats = seats;
        this.news = news;
        this.clock = clock;
    }

    @Transactional
    public Outcome take(Attempt attempt, Registrant registrant, UUID token) {
        var registration = attempt.wanted(registrant);
        var keeping = new RegistrationRepository.Keeping(token, Keeping.until(attempt.session()));
        if (!registrations.insert(registration, registrant, keeping)) {
            return alreadyThere(attempt, token);
        }
        news.publishEvent(new RegistrationConfirmed(registration, attempt.event()));
        if (!seats.take(
                registration.session(), registration.seats(), attempt.party().isClass())) {
            return givenUp(attempt);
        }
        return new Outcome.Confirmed(registration);
    }

    private Outcome alreadyThere(Attempt attempt, UUID token) {
        var done = registrations.findByToken(token);
        return done.isPresent()
                ? new Outcome.AlreadyDone(done.get())
                : new Outcome.Refused(alreadyRegistered(attempt.party()));
    }

    static String alreadyRegistered(Party party) {
        return party.isClass()
                ? "Cette classe est déjà inscrite à cette séance. Pour changer ou annuler, ouvrez « Mes classes » dans votre espace."
                : "Cette personne est déjà inscrite à cette séance avec cette adresse. Pour changer ou annuler, ouvrez le lien reçu par courriel.";
    }

    /// Between what the rules read and the counter, the last seats went, or the session was cancelled.
    private Outcome givenUp(Attempt attempt) {
        rollBack();
        var session = seats.find(attempt.session().id());
        if (session.isEmpty()) {
            return new Outcome.Unknown();
        }
        var now = attempt.with(session.get());
        var refusal = RegistrationRule.firstRefusal(now);
        return refusal == null
                ? new Outcome.Full(Math.min(now.left(), now.party().seats() - 1))
                : new Outcome.Refused(refusal);
    }

    @Transactional
    public Change change(RegistrationId id, int people, PublishedEvent event) {
        var held = registrations.lock(id);
        if (held.isEmpty()) {
            return new Change.Gone();
        }
        registrations.resize(id, people);
        return moved(held.get(), people, event);
    }

    @Transactional
    public Change change(RegistrationId id, ClassChange change, PublishedEvent event) {
        var held = registrations.lock(id);
        if (held.isEmpty()) {
            return new Change.Gone();
        }
        var newSeats = ClassChange.seats(change.headcount(), event);
        registrations.resize(id, newSeats, change);
        return moved(held.get(), newSeats, event);
    }

    /// Only the difference moves, all of it or none.
    private Change moved(Registration before, int newSeats, PublishedEvent event) {
        var after = registrations.find(before.id()).orElseThrow();
        news.publishEvent(new RegistrationChanged(after, event, new RegistrationChanged.Numbers(before)));
        var more = newSeats - before.seats();
        if (more < 0) {
            giveBack(before, -more);
        } else if (more > 0 && !seats.take(before.session(), more, before.kind() == Registration.Kind.CLASS)) {
            rollBack();
            return new Change.Full(more);
        }
        return new Change.Done(after);
    }

    /// Gives all its seats back; false when it was cancelled already.
    @Transactional
    public boolean cancel(RegistrationId id, Cancellation cancellation, PublishedEvent event) {
        var held = registrations.lock(id);
        if (held.isEmpty()) {
            return false;
        }
        var registration = held.get();
        registrations.cancel(id, cancellation, clock.instant());
        news.publishEvent(new RegistrationCancelled(registration, event, cancellation.by(), cancellation.reason()));
        giveBack(registration, registration.seats());
        return true;
    }

    /// Forgets whoever it names at once, giving back the seats of what is still to come; false when it was forgotten
    /// already.
    @Transactional
    public boolean erase(RegistrationId id, PublishedEvent event, boolean toCome) {
        var held = registrations.lockNamed(id);
        if (held.isEmpty()) {
            return false;
        }
        if (toCome && held.get().stands()) {
            cancel(id, Cancellation.BY_REGISTRANT, event);
        }
        forgetting.forget(List.of(id), clock.instant());
        return true;
    }

    /// To those who wait, in the same transaction ([Promotion]): seats are never seen free by someone who was not their
    /// turn.
    private void giveBack(Registration registration, int freed) {
        seats.release(registration.session(), freed, registration.kind() == Registration.Kind.CLASS);
    }

    /// What it is for changed, not the registration itself.
    @Transactional
    public void tell(RegistrationId id, PublishedEvent event, @Nullable Formerly formerly) {
        registrations
                .lock(id)
                .ifPresent(held -> news.publishEvent(
                        new RegistrationChanged(held, event, new RegistrationChanged.Moved(formerly))));
    }

    private static void rollBack() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
    }
}
