package fr.preau.attendance;

import fr.preau.account.PersonId;
import fr.preau.registration.Held;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Closes a session's list, once: what its classes met is then known, and those who came can be thanked.
@Service
class Attendances {
    private final ClosingRepository closings;
    private final ArrivalRepository arrivals;
    private final GuestList guests;
    private final Desks desks;
    private final ApplicationEventPublisher news;

    Attendances(
            ClosingRepository closings,
            ArrivalRepository arrivals,
            GuestList guests,
            Desks desks,
            ApplicationEventPublisher news) {
        this.closings = closings;
        this.arrivals = arrivals;
        this.guests = guests;
        this.desks = desks;
        this.news = news;
    }

    /// By the organiser; null, or why it is refused. `everyone`: those not ticked were there too.
    @Transactional
    public @Nullable String close(Desk before, PersonId by, boolean everyone) {
        closings.holdDoor(before.session().id());
        var desk = desks.again(before);
        var refusal = desk.closingRefusal();
        if (refusal == null) {
            if (everyone) {
                welcomeTheRest(desk);
            }
            finish(desk, by, false);
        }
        return refusal;
    }

    /// At the hour it began: nobody knows better.
    private void welcomeTheRest(Desk desk) {
        var start = desk.session().start().toInstant();
        guests.of(desk.session()).stream()
                .filter(guest -> guest.arrival() == null)
                .map(Guest::registration)
                .forEach(one -> arrivals.arrive(one, Heads.announced(one), start));
    }

    /// By nobody, past the delay: with no trace of anyone, those registered are taken to have come.
    @Transactional
    public void presume(Desk before) {
        closings.holdDoor(before.session().id());
        var desk = desks.again(before);
        if (desk.closingRefusal() == null) {
            finish(desk, null, !arrivals.anySeen(desk.session()));
        }
    }

    private void finish(Desk desk, @Nullable PersonId by, boolean presumed) {
        var session = desk.session();
        if (!closings.close(session, by, presumed, desk.now())) {
            return;
        }
        if (presumed) {
            guests.all(session).stream()
                    .filter(Held::stands)
                    .forEach(held ->
                            arrivals.presume(held.registration(), session.end().toInstant()));
        }
        publish(desk, presumed);
    }

    private void publish(Desk desk, boolean presumed) {
        var all = guests.of(desk.session());
        tellClasses(all, presumed);
        var came = guests.count(desk.session(), all).came();
        news.publishEvent(new AttendanceClosed(desk.event().id(), desk.session().id(), presumed, came));
    }

    private void tellClasses(List<Guest> all, boolean presumed) {
        for (var guest : all) {
            var pupils = guest.isHere()
                    ? Objects.requireNonNull(guest.arrival()).heads().pupils()
                    : 0;
            ClassNews.of(guest.registration(), pupils, presumed).ifPresent(news::publishEvent);
        }
    }
}
