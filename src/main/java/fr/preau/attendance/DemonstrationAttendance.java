package fr.preau.attendance;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.PersonId;
import fr.preau.database.Demonstration;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A session of yesterday whose list is closed, and one of today where some have come and others are awaited.
@Component
@Profile("demonstration")
@Order(60)
class DemonstrationAttendance implements Demonstration {
    private final Events events;
    private final GuestList guests;
    private final Desks desks;
    private final CheckIn checkIn;
    private final WalkIns walkIns;
    private final Attendances attendances;
    private final Accounts accounts;
    private final Clock clock;

    DemonstrationAttendance(
            Events events,
            GuestList guests,
            Desks desks,
            CheckIn checkIn,
            WalkIns walkIns,
            Attendances attendances,
            Accounts accounts,
            Clock clock) {
        this.events = events;
        this.guests = guests;
        this.desks = desks;
        this.checkIn = checkIn;
        this.walkIns = walkIns;
        this.attendances = attendances;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void play(LocalDate monday) {
        var now = clock.instant();
        for (var past : events.ending(now.minus(Duration.ofDays(2)), now)) {
            events.find(past.event()).ifPresent(event -> play(event, past));
        }
    }

    private void play(PublishedEvent event, PublishedSession past) {
        welcome(desks.of(event, past), 0);
        attendances.close(desks.of(event, past), organiser(), false);
        event.sessions().stream()
                .filter(session -> session.start().toInstant().isBefore(clock.instant()))
                .filter(session -> session.end().toInstant().isAfter(clock.instant()))
                .forEach(session -> open(desks.of(event, session)));
    }

    private void open(Desk desk) {
        welcome(desk, 3);
        walkIns.enter(desk, new WalkIns.Group(UUID.nameUUIDFromBytes(new byte[] {1}), 2, null));
    }

    /// All but the last `awaited`.
    private void welcome(Desk desk, int awaited) {
        var all = guests.of(desk.session());
        var start = desk.session().start().toInstant();
        all.stream()
                .limit(Math.max(0, all.size() - awaited))
                .forEach(guest -> checkIn.welcome(
                        desk,
                        new CheckIn.Act(
                                guest.registration(),
                                null,
                                start.minus(guest.name().length(), ChronoUnit.MINUTES),
                                organiser())));
    }

    private PersonId organiser() {
        return accounts.find(new MailAddress("aubin@demonstration.example"))
                .orElseThrow()
                .id();
    }
}
