package fr.preau.attendance;

import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationId;
import fr.preau.registration.Registrations;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/// Says of each person seen that they came, once, each in a transaction of their own: stopped in the middle of a
/// thousand, it goes on where it was.
@Component
class Thanks {
    private final ArrivalRepository arrivals;
    private final Registrations registrations;
    private final Events events;
    private final ApplicationEventPublisher news;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Thanks(
            ArrivalRepository arrivals,
            Registrations registrations,
            Events events,
            ApplicationEventPublisher news,
            TransactionTemplate transactions,
            Clock clock) {
        this.arrivals = arrivals;
        this.registrations = registrations;
        this.events = events;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(AttendanceClosed closed) {
        var event = events.find(closed.event()).orElseThrow();
        var batch = arrivals.toThank(closed.session());
        while (!batch.isEmpty()) {
            batch.forEach(id -> transactions.executeWithoutResult(_ -> thank(id, event)));
            batch = arrivals.toThank(closed.session());
        }
    }

    private void thank(RegistrationId id, PublishedEvent event) {
        registrations.find(id).ifPresent(registration -> thank(registration, event));
    }

    /// Within the caller's transaction.
    void thank(Registration registration, PublishedEvent event) {
        if (arrivals.thank(registration.id(), clock.instant())) {
            news.publishEvent(new RegistrationAttended(registration, event));
        }
    }
}
