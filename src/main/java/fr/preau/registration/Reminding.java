package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells by letter what a page tells nobody: what an address already has in a session. The page would tell anyone who
/// types somebody's name and address that they go there.
@Component
class Reminding {
    private final RegistrationRepository registrations;
    private final WaitingRepository waiting;
    private final AskingRepository askings;
    private final Events events;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Reminding(
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

    /// What stands under one address and is still to come, in any session.
    record Coming(List<Registration> registrations, List<WaitingEntry> waiting) {
        boolean isNothing() {
            return registrations.isEmpty() && waiting.isEmpty();
        }
    }

    Coming of(String mail) {
        var coming =
                registrations.standingOf(mail).stream().filter(this::isComing).toList();
        return new Coming(coming, waiting.liveOf(mail));
    }

    /// How many registrations and places on waiting lists, still to come, this address has besides that one.
    int besides(Registration one) {
        var coming = of(one.mail());
        return (int) (coming.registrations().stream()
                        .filter(other -> !other.id().equals(one.id()))
                        .count()
                + coming.waiting().stream()
                        .filter(other -> !other.id().equals(one.id()))
                        .count());
    }

    /// Once an hour at most: the letter holds all the links of this address, whichever session it was asked for.
    @Transactional
    public void tell(SeatRequest request, PublishedEvent event) {
        var mail = request.registrant().mail();
        var coming = of(mail);
        if (!coming.isNothing() && askings.first(known(mail), clock.instant())) {
            news.publishEvent(
                    new KnownAddressAsked(mail, event, request.session(), coming.registrations(), coming.waiting()));
        }
    }

    /// What told of them is gone with them: it may be told anew what is left.
    @EventListener
    public void on(RegistrationsForgotten news) {
        news.registrations().forEach(one -> askings.forget(known(one.mail())));
    }

    private static String known(String mail) {
        return "known " + mail.toLowerCase(Locale.ROOT);
    }

    private boolean isComing(Registration registration) {
        return events.find(registration.event()).map(PublishedEvent::sessions).orElse(List.of()).stream()
                .anyMatch(session -> session.id().equals(registration.session())
                        && session.end().toInstant().isAfter(clock.instant()));
    }
}
