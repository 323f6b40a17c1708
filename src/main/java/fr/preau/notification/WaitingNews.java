package fr.preau.notification;

import fr.preau.registration.OfferExpired;
import fr.preau.registration.SeatsOffered;
import fr.preau.registration.WaitingEnded;
import fr.preau.registration.WaitingEntry;
import fr.preau.registration.WaitingJoined;
import fr.preau.registration.WaitingMoved;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Writes to those who wait, in the transaction of what happened to their place.
@Component
class WaitingNews {
    private final Outbox outbox;
    private final WaitingLetters letters;

    WaitingNews(Outbox outbox, WaitingLetters letters) {
        this.outbox = outbox;
        this.letters = letters;
    }

    @EventListener
    void on(WaitingJoined news) {
        outbox.add(mail(Kind.WAITING_JOINED, news.entry(), letters.joined(news)));
    }

    /// Of no use once it can no longer be accepted.
    @EventListener
    void on(SeatsOffered news) {
        outbox.add(mail(Kind.SEATS_OFFERED, news.entry(), letters.offer(news))
                .usefulUntil(Objects.requireNonNull(news.entry().until())));
    }

    @EventListener
    void on(WaitingMoved news) {
        outbox.add(mail(Kind.WAITING_MOVED, news.entry(), letters.moved(news)));
    }

    @EventListener
    void on(OfferExpired news) {
        outbox.add(mail(Kind.WAITING_ENDED, news.entry(), letters.expired(news)));
    }

    @EventListener
    void on(WaitingEnded news) {
        outbox.add(mail(Kind.WAITING_ENDED, news.entry(), letters.ended(news)));
    }

    private static Mail mail(Kind kind, WaitingEntry entry, Letter letter) {
        return Mail.of(kind, entry.wanted().mail(), letter).about(entry.id().value());
    }
}
