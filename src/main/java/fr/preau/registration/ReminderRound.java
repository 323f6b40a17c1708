package fr.preau.registration;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Comes by every few minutes and reminds whoever it is time to remind, wherever it is eight in the morning.
@Component
class ReminderRound {
    private static final Logger log = LoggerFactory.getLogger(ReminderRound.class);
    private static final Duration FURTHEST = Duration.ofDays(8);
    private static final int NOTED_FOR_DAYS = 7;

    private final Events events;
    private final Reminders reminders;
    private final ReminderRepository notes;
    private final Clock clock;

    ReminderRound(Events events, Reminders reminders, ReminderRepository notes, Clock clock) {
        this.events = events;
        this.reminders = reminders;
        this.notes = notes;
        this.clock = clock;
    }

    @Bean
    static RecurringTask<Void> reminding(ReminderRound round, @Value("${preau.reminders.every}") Duration every) {
        return Tasks.recurring("registration-reminders", FixedDelay.of(every)).execute((_, _) -> round.run());
    }

    /// The day before first: it bears no delay.
    void run() {
        var now = clock.instant();
        var near = events.beginning(now, now.plus(FURTHEST));
        List.of(Ahead.EVE, Ahead.WEEK).forEach(ahead -> remind(near, ahead));
        notes.forget(LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(NOTED_FOR_DAYS));
    }

    private void remind(List<PublishedSession> near, Ahead ahead) {
        var due = near.stream().filter(session -> isDue(session, ahead)).toList();
        var finished = notes.finished(due, ahead);
        due.stream()
                .filter(session -> !finished.contains(ReminderRepository.Finished.of(session)))
                .collect(groupingBy(PublishedSession::event, mapping(PublishedSession::id, toSet())))
                .forEach((event, sessions) -> remindAlone(event, sessions, ahead));
    }

    /// One event that cannot be told about keeps no other from being told.
    private void remindAlone(EventId id, Set<SessionId> sessions, Ahead ahead) {
        try {
            var event = events.find(id).orElseThrow();
            byDay(event, sessions, ahead).values().forEach(some -> remind(event, some, ahead));
        } catch (RuntimeException problem) {
            log.error("event {} could not be reminded of", id.value(), problem);
        }
    }

    /// As they are now: a long round may find them cancelled or moved. Those of one day go together: an organiser who
    /// holds five gets one message.
    private Map<LocalDate, List<PublishedSession>> byDay(PublishedEvent event, Set<SessionId> sessions, Ahead ahead) {
        return event.sessions().stream()
                .filter(session -> sessions.contains(session.id()))
                .filter(session -> !event.cancelled() && !session.cancelled() && isDue(session, ahead))
                .collect(groupingBy(session -> session.start().toLocalDate()));
    }

    private boolean isDue(PublishedSession session, Ahead ahead) {
        return ahead.isDue(session.start(), clock.instant());
    }

    private void remind(PublishedEvent event, List<PublishedSession> sessions, Ahead ahead) {
        for (var session : sessions) {
            var more = true;
            while (more) {
                more = reminders.remind(event, session, ahead);
            }
        }
        reminders.finish(event, sessions, ahead);
    }
}
