package fr.preau.attendance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.preau.event.Events;
import fr.preau.event.PublishedSession;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Every hour, closes the lists nobody closed within the delay. Each session is a transaction of its own: stopped, it
/// goes on the next hour.
@Component
class PresumedAttendance {
    private static final Logger log = LoggerFactory.getLogger(PresumedAttendance.class);
    /// How far back it looks: past that, registrations have been forgotten.
    private static final Duration REACH = Duration.ofDays(20);

    private final Events events;
    private final ClosingRepository closings;
    private final Attendances attendances;
    private final Desks desks;
    private final Clock clock;

    PresumedAttendance(Events events, ClosingRepository closings, Attendances attendances, Desks desks, Clock clock) {
        this.events = events;
        this.closings = closings;
        this.attendances = attendances;
        this.desks = desks;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> closingWithoutAnyone(PresumedAttendance presumed) {
        return Tasks.recurring("attendance-presume", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> presumed.closeAll());
    }

    void closeAll() {
        var due = clock.instant().minus(desks.delay());
        var ended = events.ending(due.minus(REACH), due);
        var closed =
                closings.closedAmong(ended.stream().map(PublishedSession::id).toList());
        var open =
                ended.stream().filter(session -> !closed.contains(session.id())).toList();
        open.forEach(session ->
                events.find(session.event()).ifPresent(event -> attendances.presume(desks.of(event, session))));
        log.info("{} lists closed without their organiser", open.size());
    }
}
