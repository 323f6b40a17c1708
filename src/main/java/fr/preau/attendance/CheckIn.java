package fr.preau.attendance;

import fr.preau.account.PersonId;
import fr.preau.registration.Registration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Welcomes, and takes a welcome back. An act says when it happened at the door: told late, twice or by two devices, it
/// leaves the same list.
@Service
class CheckIn {
    private final ArrivalRepository arrivals;
    private final ClosingRepository closings;
    private final CertificateRepository certificates;
    private final Desks desks;
    private final Thanks thanks;
    private final ApplicationEventPublisher news;

    CheckIn(
            ArrivalRepository arrivals,
            ClosingRepository closings,
            CertificateRepository certificates,
            Desks desks,
            Thanks thanks,
            ApplicationEventPublisher news) {
        this.arrivals = arrivals;
        this.closings = closings;
        this.certificates = certificates;
        this.desks = desks;
        this.thanks = thanks;
        this.news = news;
    }

    /// Who does what to whom at which moment. `heads` null: as many as were announced.
    record Act(Registration registration, @Nullable Heads heads, Instant at, PersonId by) {
        Heads people() {
            return heads == null ? Heads.announced(registration) : heads;
        }
    }

    @Transactional
    public Welcome welcome(Desk before, Act act) {
        closings.shareDoor(before.session().id());
        var desk = desks.again(before);
        var refusal = desk.refusal();
        if (refusal != null) {
            return new Welcome.TurnedAway(refusal);
        }
        if (!arrivals.arrive(act.registration(), act.people(), desk.within(act.at()))) {
            return already(desk, act);
        }
        if (desk.isClosed()) {
            correct(desk, act, true);
            thanks.thank(act.registration(), desk.event());
        }
        return new Welcome.Here(Guest.name(act.registration()), act.people().people());
    }

    private Welcome already(Desk desk, Act act) {
        var name = Guest.name(act.registration());
        return arrivals.find(act.registration().id())
                .filter(Arrival::here)
                .<Welcome>map(arrival -> new Welcome.AlreadyHere(
                        name, arrival.at().atZone(desk.session().start().getZone())))
                .orElseGet(() -> new Welcome.Undone(name));
    }

    @Transactional
    public Welcome undo(Desk before, Act act) {
        closings.shareDoor(before.session().id());
        var desk = desks.again(before);
        var refusal = desk.refusal();
        if (refusal != null) {
            return new Welcome.TurnedAway(refusal);
        }
        var wasHere =
                arrivals.lock(act.registration().id()).filter(Arrival::here).isPresent();
        if (arrivals.undo(act.registration(), desk.within(act.at())) && wasHere) {
            certificates.withdraw(act.registration().id(), desk.now());
            if (desk.isClosed()) {
                correct(desk, act, false);
            }
        }
        return new Welcome.Undone(Guest.name(act.registration()));
    }

    /// Leaves a trace, and says again what a class met.
    private void correct(Desk desk, Act act, boolean here) {
        closings.correct(new ClosingRepository.Correction(
                desk.session().id(), act.registration().id(), here, act.by(), desk.now()));
        ClassNews.of(act.registration(), here ? act.people().pupils() : 0, false)
                .ifPresent(news::publishEvent);
    }
}
