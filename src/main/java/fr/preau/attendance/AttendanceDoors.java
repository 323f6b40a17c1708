package fr.preau.attendance;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.event.Events;
import fr.preau.event.PublishedSession;
import fr.preau.web.French;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The doors an organiser holds today, and those whose list is still to close: one touch away on the day itself.
@Component
@Order(25)
class AttendanceDoors implements Doors {
    private static final int MOST = 6;

    private final Events events;
    private final ClosingRepository closings;
    private final Desks desks;
    private final Clock clock;

    AttendanceDoors(Events events, ClosingRepository closings, Desks desks, Clock clock) {
        this.events = events;
        this.closings = closings;
        this.desks = desks;
        this.clock = clock;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        if (viewer.organisations().isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        var near = events.ending(viewer.organisations(), now.minus(desks.delay()), now.plus(Duration.ofDays(1)));
        var closed =
                closings.closedAmong(near.stream().map(PublishedSession::id).toList());
        return near.stream()
                .filter(session -> !closed.contains(session.id()))
                .flatMap(session -> events.find(session.event()).map(event -> desks.of(event, session)).stream())
                .filter(Desk::isToday)
                .limit(MOST)
                .map(desk -> door(desk, now))
                .toList();
    }

    private static Door door(Desk desk, Instant now) {
        var start = desk.session().start();
        var when = "%s à %s%s"
                .formatted(
                        French.shortDay(start.toLocalDate()),
                        French.hour(start.toLocalTime()),
                        desk.event().clock(start.getZone()));
        return desk.session().end().toInstant().isAfter(now)
                ? new Door(
                        desk.path(),
                        "Accueil : " + desk.event().title(),
                        "Accueillir les inscrits, %s.".formatted(when))
                : new Door(
                        desk.path() + "/cloture",
                        "Clore l'appel : " + desk.event().title(),
                        "Dire qui est venu, %s.".formatted(when));
    }
}
