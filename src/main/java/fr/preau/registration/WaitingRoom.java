package fr.preau.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.preau.database.Lately;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The waiting room of an edition that has one (decision 12): those who come before the opening are put in an order
/// drawn at random, those who come later follow in the order they come, and people are called as fast as the platform
/// serves them. While fewer come than that, everyone goes straight in and nobody sees a room.
@Service
@EnableConfigurationProperties(RoomSettings.class)
class WaitingRoom {
    private static final Duration KEPT = Duration.ofDays(7);

    private final RoomRepository rooms;
    private final RoomSettings settings;
    private final Clock clock;
    private final Lately<EditionId, Long> present;

    WaitingRoom(RoomRepository rooms, RoomSettings settings, Clock clock) {
        this.rooms = rooms;
        this.settings = settings;
        this.clock = clock;
        this.present = new Lately<>(Duration.ofSeconds(2), edition -> Optional.of(rooms.present(edition)));
    }

    @Bean
    static RecurringTask<Void> ticketForgetting(WaitingRoom room) {
        return Tasks.recurring("waiting-room", Schedules.daily(LocalTime.of(2, 50)))
                .execute((_, _) -> room.forget());
    }

    /// Around an opening only: at any other time registrations are simply open, or closed.
    boolean isInService(Edition edition) {
        var now = clock.instant();
        return edition.waitingRoom()
                && !now.isBefore(edition.waitingRoomOpens())
                && now.isBefore(edition.registrationsOpen().plus(settings.lasts()))
                && now.isBefore(edition.registrationsClose());
    }

    /// Where the holder of this ticket stands; whoever has none, or one that is spent, gets a place.
    @Transactional
    public Standing standing(Edition edition, @Nullable UUID ticket) {
        var now = clock.instant();
        var held = held(edition, ticket).filter(one -> !one.isSpent(now, settings));
        if (now.isBefore(edition.registrationsOpen())) {
            return early(edition, held, now);
        }
        var room = line(edition, held, now);
        var mine = held.filter(one -> one.place() != null)
                .or(() -> held(edition, held.map(RoomTicket::id).orElse(null)).filter(one -> one.place() != null))
                .orElseGet(() -> join(edition, held, now));
        return stand(mine, rooms.find(edition.id()).orElse(room), now);
    }

    /// A form is sent: a ticket is not good for any number of them.
    @Transactional
    public void countForm(Standing.Inside inside) {
        rooms.countForm(inside.ticket());
    }

    void forget() {
        rooms.forgetBefore(clock.instant().minus(KEPT));
    }

    private Optional<RoomTicket> held(Edition edition, @Nullable UUID ticket) {
        return Optional.ofNullable(ticket).flatMap(id -> rooms.find(edition.id(), id));
    }

    private Standing early(Edition edition, Optional<RoomTicket> held, Instant now) {
        var ticket = held.orElseGet(() -> {
            rooms.open(edition.id(), now);
            return fresh(edition, null, now);
        });
        return new Standing.Early(ticket.id(), present.find(edition.id()).orElse(1L), edition.registrationsOpen());
    }

    /// Draws the order once the hour has come, and calls those whose turn it is.
    private Room line(Edition edition, Optional<RoomTicket> held, Instant now) {
        var seen = rooms.find(edition.id());
        if (seen.isPresent()
                && seen.get().drawn()
                && (held.isEmpty() || !seen.get().isDue(now))) {
            return seen.get();
        }
        if (seen.isEmpty()) {
            rooms.open(edition.id(), now);
        }
        var room = rooms.lock(edition.id());
        var drawn = room.drawn() ? room : room.drawn(rooms.draw(edition.id(), UUID.randomUUID(), now), now, settings);
        var moved = drawn.moved(now, settings);
        rooms.write(edition.id(), moved);
        return moved;
    }

    /// At the end of the line; straight in when there is none and people come slower than they are called.
    private RoomTicket join(Edition edition, Optional<RoomTicket> held, Instant now) {
        var room = rooms.lock(edition.id()).joined().moved(now, settings);
        rooms.write(edition.id(), room);
        if (held.isEmpty()) {
            return fresh(edition, room.issued(), now);
        }
        var late = held.get(); // taken before the hour, written after the draw
        rooms.place(late.id(), room.issued());
        return new RoomTicket(late.id(), room.issued(), null, 0);
    }

    private RoomTicket fresh(Edition edition, @Nullable Long place, Instant now) {
        var ticket = new RoomTicket(UUID.randomUUID(), place, null, 0);
        rooms.insert(edition.id(), ticket, now);
        return ticket;
    }

    private Standing stand(RoomTicket ticket, Room room, Instant now) {
        var place = ticket.place() == null ? Long.MAX_VALUE : ticket.place();
        if (room.calls(place)) {
            var entered = ticket.enteredAt() == null ? rooms.enter(ticket.id(), now) : ticket.enteredAt();
            return new Standing.Inside(ticket.id(), entered.plus(settings.stay()));
        }
        var ahead = place - room.called() - 1;
        return new Standing.InLine(
                ticket.id(), ahead, Duration.ofSeconds((long) Math.ceil((ahead + 1) / settings.calledPerSecond())));
    }
}
