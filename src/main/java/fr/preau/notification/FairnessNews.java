package fr.preau.notification;

import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.KnownAddressAsked;
import fr.preau.registration.Registration;
import fr.preau.registration.SeatsWithdrawn;
import fr.preau.registration.WaitingLeft;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes what only the reader of a mailbox is told, in the transaction of what happened ([FairnessLetters]).
@Component
class FairnessNews {
    private final Outbox outbox;
    private final FairnessLetters letters;
    private final SessionFiles files;
    private final Events events;

    FairnessNews(Outbox outbox, FairnessLetters letters, SessionFiles files, Events events) {
        this.outbox = outbox;
        this.letters = letters;
        this.files = files;
        this.events = events;
    }

    @EventListener
    void on(KnownAddressAsked news) {
        var others = Stream.concat(
                        news.registrations().stream()
                                .filter(one -> !one.session().equals(news.session()))
                                .map(one -> letters.fact(one, event(one.event()))),
                        news.waiting().stream()
                                .filter(one -> !one.session().equals(news.session()))
                                .map(one -> letters.fact(one, event(one.event()))))
                .toList();
        outbox.add(Mail.of(Kind.REGISTRATION_LINKS, news.mail(), letters.known(news, others)));
    }

    @EventListener
    void on(WaitingLeft news) {
        outbox.add(mail(Kind.WAITING_ENDED, news.entry().wanted(), letters.left(news)));
    }

    @EventListener
    void on(SeatsWithdrawn news) {
        var registration = news.registration();
        var kind = news.waited() ? Kind.WAITING_ENDED : Kind.REGISTRATION_CANCELLED;
        var mail = mail(kind, registration, letters.withdrawn(news));
        outbox.add(news.waited() ? mail : mail.with(files.cancelling(registration, news.event())));
    }

    private PublishedEvent event(EventId id) {
        return events.find(id).orElseThrow();
    }

    private static Mail mail(Kind kind, Registration registration, Letter letter) {
        return Mail.of(kind, registration.mail(), letter)
                .about(registration.id().value());
    }
}
