package fr.preau.event;

import fr.preau.account.Accounts;
import fr.preau.account.MailAddress;
import fr.preau.account.PersonId;
import fr.preau.database.Demonstration;
import fr.preau.territory.Territories;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Brings an event of the demonstration forward, once people stand on its seats: its first session was yesterday, its
/// second has just begun. Nobody can register to the past, so it is moved there.
@Component
@Profile("demonstration")
@Order(55)
class DemonstrationDay implements Demonstration {
    private static final int EVENT = 2;
    private static final LocalTime LATEST = LocalTime.of(21, 0);

    private final Authoring authoring;
    private final VersionRepository versions;
    private final SeatRepository sessions;
    private final Territories territories;
    private final Accounts accounts;
    private final Clock clock;

    DemonstrationDay(
            Authoring authoring,
            VersionRepository versions,
            SeatRepository sessions,
            Territories territories,
            Accounts accounts,
            Clock clock) {
        this.authoring = authoring;
        this.versions = versions;
        this.sessions = sessions;
        this.territories = territories;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void play(LocalDate monday) {
        var approved = authoring
                .find(DemonstrationEvents.id(monday, EVENT))
                .orElseThrow()
                .approved();
        if (approved == null || approved.number() > 1) {
            return;
        }
        var before = approved.content();
        var zone = before.zone(territories);
        var after = before.withSessions(moved(before.sessions(), zone));
        versions.insert(
                new Version(approved.event(), 2, after, VersionState.APPROVED, clock.instant(), clock.instant(), null),
                author());
        after.sessions().forEach(slot -> sessions.write(approved.event(), slot, zone));
    }

    private PersonId author() {
        return accounts.find(new MailAddress("aubin@demonstration.example"))
                .orElseThrow()
                .id();
    }

    private List<EventContent.Slot> moved(List<EventContent.Slot> slots, ZoneId zone) {
        var now = LocalDateTime.ofInstant(clock.instant(), zone);
        var all = new ArrayList<>(slots.stream()
                .sorted(Comparator.comparing(slot -> slot.startIn(zone)))
                .toList());
        all.set(0, at(all.get(0), now.toLocalDate().minusDays(1), LocalTime.of(14, 0)));
        var hour = LocalTime.of(now.getHour(), 0);
        all.set(1, at(all.get(1), now.toLocalDate(), hour.isAfter(LATEST) ? LATEST : hour));
        return all;
    }

    private static EventContent.Slot at(EventContent.Slot slot, LocalDate day, LocalTime start) {
        return new EventContent.Slot(slot.id(), day, start, start.plusHours(2), slot.capacity(), slot.classSeats());
    }
}
