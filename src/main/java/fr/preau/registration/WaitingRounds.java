package fr.preau.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// What time does to waiting lists: offers that were not answered go to the next, lists of sessions that began or no
/// longer take anyone stop. All of it is found again in the tables: a crash forgets nothing, and two nodes at the same
/// entry do it once.
@Component
class WaitingRounds {
    private static final Logger log = LoggerFactory.getLogger(WaitingRounds.class);

    private final WaitingRepository waiting;
    private final WaitingList list;
    private final Events events;
    private final Editions editions;
    private final Clock clock;

    WaitingRounds(WaitingRepository waiting, WaitingList list, Events events, Editions editions, Clock clock) {
        this.waiting = waiting;
        this.list = list;
        this.events = events;
        this.editions = editions;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> lateOffers(WaitingRounds rounds) {
        return Tasks.recurring("waiting-offers", FixedDelay.ofSeconds(5)).execute((_, _) -> rounds.expire());
    }

    @Bean
    static RecurringTask<Void> endedLists(WaitingRounds rounds) {
        return Tasks.recurring("waiting-lists", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> rounds.end());
    }

    /// How many offers were late.
    int expire() {
        var late =
                waiting.overdue(clock.instant()).stream().filter(list::expire).count();
        if (late > 0) {
            log.info("{} offers of waiting lists expired", late);
        }
        return Math.toIntExact(late);
    }

    /// A cancelled session is not ended here: [EventFollower] does, with the organiser's reason.
    void end() {
        var awaited = waiting.awaited();
        var found = events.find(
                awaited.stream().map(WaitingRepository.Awaited::event).collect(Collectors.toSet()));
        var all = editions.all().stream().collect(Collectors.toMap(Edition::id, edition -> edition));
        for (var one : awaited) {
            var event = found.get(one.event());
            var edition = event == null ? null : all.get(event.edition());
            if (event != null && edition != null) {
                session(event, one.session())
                        .flatMap(session -> over(session, edition))
                        .ifPresent(why -> list.end(one.session(), event, why, ""));
            }
        }
    }

    private Optional<WaitingEnded.Why> over(PublishedSession session, Edition edition) {
        if (session.cancelled()) {
            return Optional.empty();
        }
        if (!session.start().toInstant().isAfter(clock.instant())) {
            return Optional.of(WaitingEnded.Why.STARTED);
        }
        return clock.instant().isBefore(edition.registrationsClose())
                ? Optional.empty()
                : Optional.of(WaitingEnded.Why.CLOSED);
    }

    private static Optional<PublishedSession> session(PublishedEvent event, SessionId id) {
        return event.sessions().stream().filter(one -> one.id().equals(id)).findFirst();
    }
}
