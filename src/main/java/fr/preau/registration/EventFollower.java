package fr.preau.registration;

import fr.preau.event.EventCancelled;
import fr.preau.event.EventId;
import fr.preau.event.EventPublished;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionCancelled;
import fr.preau.event.SessionId;
import java.util.function.Consumer;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/// What events' news mean to those registered and those who wait. Each registration is its own transaction: a crash
/// in the middle of a thousand goes on where it was, and nobody else's registration waits.
@Component
class EventFollower {
    private final RegistrationRepository registrations;
    private final SeatBook book;
    private final ForgettingRepository forgetting;
    private final WaitingList waiting;
    private final Events events;

    EventFollower(
            RegistrationRepository registrations,
            SeatBook book,
            ForgettingRepository forgetting,
            WaitingList waiting,
            Events events) {
        this.registrations = registrations;
        this.book = book;
        this.forgetting = forgetting;
        this.waiting = waiting;
        this.events = events;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(EventCancelled news) {
        var event = find(news.event());
        var by = news.isByModerators()
                ? RegistrationCancelled.By.MODERATION
                : RegistrationCancelled.By.ORGANISER;
        event.sessions().stream()
                .map(PublishedSession::id)
                .forEach(session -> cancelAll(event, session, by, news.reason()));
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(SessionCancelled news) {
        cancelAll(find(news.event()), news.session(), RegistrationCancelled.By.ORGANISER, news.reason());
    }

    /// Calendars must follow a date, a place or a link. Heard twice, people are told twice: better than never.
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(EventPublished news) {
        if (news.first() || news.touched().isEmpty()) {
            return;
        }
        var event = find(news.event());
        event.sessions().stream()
                .filter(session -> news.touched().contains(session.id()))
                .forEach(session -> forgetting.align(session.id(), Keeping.until(session)));
        news.touched().forEach(session -> {
            each(event, session, one -> book.tell(one.id(), event, news.formerly()));
            waiting.tell(session, event, news.formerly());
        });
    }

    /// Idempotent: one that was cancelled stands no more, and nobody waits on a list that was ended.
    private void cancelAll(PublishedEvent event, SessionId session, RegistrationCancelled.By by, String reason) {
        var why = by == RegistrationCancelled.By.MODERATION ? WaitingEnded.Why.MODERATED : WaitingEnded.Why.CANCELLED;
        waiting.end(session, event, why, reason);
        var cancellation = new Cancellation(by, reason);
        each(event, session, one -> book.cancel(one.id(), cancellation, event));
    }

    private void each(PublishedEvent event, SessionId session, Consumer<Registration> what) {
        var batch = registrations.standing(event.id(), session, RegistrationRepository.BEFORE_ALL);
        while (!batch.isEmpty()) {
            batch.forEach(what);
            batch = registrations.standing(
                    event.id(), session, batch.getLast().id().value());
        }
    }

    private PublishedEvent find(EventId event) {
        return events.find(event).orElseThrow();
    }
}
