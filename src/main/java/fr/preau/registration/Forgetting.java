package fr.preau.registration;

import fr.preau.account.AccountRemoved;
import fr.preau.account.AddressChanged;
import fr.preau.event.Events;
import fr.preau.event.SessionId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Makes registrations name no one, and tells it in the same transaction.
@Component
class Forgetting {
    /// Where days end last: a promise made until a day is kept until that day is over everywhere.
    private static final ZoneId LAST = ZoneOffset.ofHours(-12);

    private final ForgettingRepository registrations;
    private final Events events;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Forgetting(ForgettingRepository registrations, Events events, ApplicationEventPublisher news, Clock clock) {
        this.registrations = registrations;
        this.events = events;
        this.news = news;
        this.clock = clock;
    }

    int due(boolean classes, Instant now) {
        var due = new ForgettingRepository.Due(classes, today(now));
        return registrations.count(due, later(due).keySet());
    }

    /// A session that moved after all is looked at again: its people are never forgotten before it.
    int forget(boolean classes, Instant now, int most) {
        var due = new ForgettingRepository.Due(classes, today(now));
        later(due).forEach(registrations::align);
        return forget(registrations.find(due, most), now);
    }

    int forget(Collection<RegistrationId> ids, Instant now) {
        var forgotten = ids.isEmpty() ? List.<RegistrationsForgotten.Forgotten>of() : registrations.forget(ids, now);
        if (!forgotten.isEmpty()) {
            news.publishEvent(new RegistrationsForgotten(forgotten));
        }
        return forgotten.size();
    }

    /// Classes that came are nobody's at once; those to come keep their teacher's address until then.
    @EventListener
    void on(AccountRemoved news) {
        var today = today(clock.instant());
        var classes = registrations.classesOf(news.person());
        var days = events.lastDays(
                classes.stream().map(ForgettingRepository.Named::session).toList());
        var over = classes.stream()
                .filter(one -> days.getOrDefault(one.session(), LocalDate.MIN).isBefore(today))
                .map(ForgettingRepository.Named::id)
                .toList();
        forget(over, clock.instant());
        registrations.forgetWaiting(news.person(), clock.instant());
    }

    @EventListener
    void on(AddressChanged news) {
        registrations.move(news.person(), news.before(), news.after());
    }

    /// Sessions thought to be over long enough which are not, with the day their people are kept until.
    private Map<SessionId, LocalDate> later(ForgettingRepository.Due due) {
        var later = new HashMap<SessionId, LocalDate>();
        events.lastDays(registrations.sessions(due)).forEach((session, day) -> {
            if (!Keeping.until(day).isBefore(due.today())) {
                later.put(session, Keeping.until(day));
            }
        });
        return later;
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, LAST);
    }
}
