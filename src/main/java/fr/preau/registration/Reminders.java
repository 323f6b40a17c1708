package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reminds people of a session, a hundred in one transaction with the note that they were: a crash in the middle
/// reminds nobody twice and forgets nobody.
@Service
class Reminders {
    /// Who registered since the reminder was due has just read it all in the confirmation. A minute before that counts
    /// too: what is being written at that very instant is never seen by halves.
    private static final Duration JUST_TOLD = Duration.ofMinutes(1);

    private final ReminderRepository reminders;
    private final AttendeeRepository attendees;
    private final NeedsAnswerRepository answers;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Reminders(
            ReminderRepository reminders,
            AttendeeRepository attendees,
            NeedsAnswerRepository answers,
            ApplicationEventPublisher news,
            Clock clock) {
        this.reminders = reminders;
        this.attendees = attendees;
        this.answers = answers;
        this.news = news;
        this.clock = clock;
    }

    /// True while there may be more to remind.
    @Transactional
    public boolean remind(PublishedEvent event, PublishedSession session, Ahead ahead) {
        var before = ahead.due(session.start()).minus(JUST_TOLD);
        var batch = reminders.claim(session, ahead, before, clock.instant());
        batch.forEach(one -> news.publishEvent(new ReminderDue(one.registration(), event, ahead, one.answer())));
        return batch.size() == ReminderRepository.BATCH;
    }

    /// Tells the organiser of sessions everyone of which was reminded; this ends them.
    @Transactional
    public void finish(PublishedEvent event, List<PublishedSession> sessions, Ahead ahead) {
        var now = clock.instant();
        var fresh = sessions.stream()
                .filter(session -> reminders.finish(session, ahead, now))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        var counts = attendees.counts(event);
        var unanswered = answers.unanswered(event.id());
        var turnouts = fresh.stream()
                .map(session -> turnout(
                        session,
                        counts.getOrDefault(session.id(), AttendeeRepository.Count.NONE),
                        unanswered.getOrDefault(session.id(), 0)))
                .toList();
        news.publishEvent(new OrganiserReminderDue(event, ahead, turnouts));
    }

    private static OrganiserReminderDue.Turnout turnout(
            PublishedSession session, AttendeeRepository.Count count, int unanswered) {
        return new OrganiserReminderDue.Turnout(session, count.pupils(), count.adults(), count.classes(), unanswered);
    }
}
