package fr.preau.attendance;

import fr.preau.event.Audience;
import fr.preau.event.Seats;
import fr.preau.web.French;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Counts people who come without having registered, on the same seats as everyone: they enter while there are some.
@Service
class WalkIns {
    private final WalkInRepository walkIns;
    private final ClosingRepository closings;
    private final Desks desks;
    private final Seats seats;

    WalkIns(WalkInRepository walkIns, ClosingRepository closings, Desks desks, Seats seats) {
        this.walkIns = walkIns;
        this.closings = closings;
        this.desks = desks;
        this.seats = seats;
    }

    record Group(UUID token, int people, @Nullable Audience level) {
        static Group of(Review review) {
            return new Group(review.id(), review.people(), null);
        }
    }

    sealed interface Entry {
        record Counted() implements Entry {}

        record Refused(String sentence) implements Entry {}
    }

    @Transactional
    public Entry enter(Desk before, Group group) {
        closings.shareDoor(before.session().id());
        var desk = desks.again(before);
        var entry = counted(desk, group, desk.walkInRefusal(), desk.now());
        if (entry instanceof Entry.Refused) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return entry;
    }

    /// The same for a group that entered while a device had no network: at the moment it came, until the list is
    /// closed.
    @Transactional
    public Entry came(Desk before, Group group, Instant at) {
        closings.shareDoor(before.session().id());
        var desk = desks.again(before);
        return counted(desk, group, desk.doorRefusal(), desk.within(at));
    }

    /// The seats first: a refusal then leaves nothing to take back.
    private Entry counted(Desk desk, Group group, @Nullable String refusal, Instant at) {
        if (desk.isClosed()) {
            return new Entry.Refused("L'appel est clos : plus personne n'entre.");
        }
        if (refusal != null) {
            return new Entry.Refused(refusal);
        }
        if (walkIns.isCounted(group.token())) {
            return new Entry.Counted();
        }
        if (!seats.takeAtDoor(desk.session().id(), group.people(), at)) {
            return new Entry.Refused(full(desk));
        }
        var isNew = walkIns.insert(
                desk.session(), new WalkInRepository.WalkIn(group.token(), group.people(), group.level(), at));
        if (!isNew) { // the same form, at the same instant
            seats.release(desk.session().id(), group.people(), false);
        }
        return new Entry.Counted();
    }

    /// False when they were taken away already.
    @Transactional
    public boolean leave(Desk before, UUID id) {
        closings.shareDoor(before.session().id());
        if (desks.again(before).isClosed()) {
            return false;
        }
        var people = walkIns.delete(before.session().id(), id);
        people.ifPresent(number -> seats.release(before.session().id(), number, false));
        return people.isPresent();
    }

    private String full(Desk desk) {
        var left = Math.max(
                0,
                seats.find(desk.session().id()).map(session -> session.left()).orElse(0));
        return left == 0
                ? "Il n'y a plus de place libre : personne n'est compté."
                : "Il reste %s : personne n'est compté.".formatted(French.count(left, "place libre", "places libres"));
    }
}
