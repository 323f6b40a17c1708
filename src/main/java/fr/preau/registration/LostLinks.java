package fr.preau.registration;

import fr.preau.account.MailAddress;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Sends again the links of coming registrations and waiting lists to the address they were made with, a few times an
/// hour at most.
@Service
class LostLinks {
    private static final int AN_HOUR_TO_ONE_ADDRESS = 3;
    private static final int AN_HOUR_FROM_ONE_PLACE = 20;

    private final RegistrationRepository registrations;
    private final WaitingRepository waiting;
    private final AskingRepository askings;
    private final Events events;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    LostLinks(
            RegistrationRepository registrations,
            WaitingRepository waiting,
            AskingRepository askings,
            Events events,
            ApplicationEventPublisher news,
            Clock clock) {
        this.registrations = registrations;
        this.waiting = waiting;
        this.askings = askings;
        this.events = events;
        this.news = news;
        this.clock = clock;
    }

    /// False when this network address asks too often. A mail address asked for too often is passed over in silence:
    /// the answer never tells whether it is known.
    @Transactional
    public boolean send(MailAddress mail, String network) {
        var now = clock.instant();
        if (askings.add("network " + network, now) > AN_HOUR_FROM_ONE_PLACE) {
            return false;
        }
        if (askings.add("mail " + mail, now) <= AN_HOUR_TO_ONE_ADDRESS) {
            var coming = registrations.standingOf(mail.value()).stream()
                    .filter(this::isComing)
                    .toList();
            var awaited = waiting.liveOf(mail.value());
            if (!coming.isEmpty() || !awaited.isEmpty()) {
                news.publishEvent(new LinksAsked(mail.value(), coming, awaited));
            }
        }
        return true;
    }

    private boolean isComing(Registration registration) {
        return events.find(registration.event()).map(PublishedEvent::sessions).orElse(List.of()).stream()
                .anyMatch(session -> session.id().equals(registration.session())
                        && session.end().toInstant().isAfter(clock.instant()));
    }
}
