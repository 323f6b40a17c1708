package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// An organiser's words to those registered: enough to welcome them, not enough to be a nuisance.
@Service
class OrganiserMessages {
    private static final Logger log = LoggerFactory.getLogger(OrganiserMessages.class);
    private static final int A_DAY = 5;

    private final OrganiserMessageRepository messages;
    private final RegistrationRepository registrations;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    OrganiserMessages(
            OrganiserMessageRepository messages,
            RegistrationRepository registrations,
            ApplicationEventPublisher news,
            Clock clock) {
        this.messages = messages;
        this.registrations = registrations;
        this.news = news;
        this.clock = clock;
    }

    record Letter(UUID token, PersonId by, String subject, String text) {}

    sealed interface Sending {
        record Sent(int recipients) implements Sending {}

        record AlreadySent() implements Sending {}

        record TooMany() implements Sending {}

        record Nobody() implements Sending {}
    }

    /// How many a message would go to, if it left now.
    int recipients(PublishedEvent event, List<PublishedSession> sessions) {
        return registrations.countStanding(
                event.id(), sessions.stream().map(PublishedSession::id).toList());
    }

    @Transactional
    public Sending send(PublishedEvent event, List<PublishedSession> sessions, Letter letter) {
        messages.lock(event.id());
        var now = clock.instant();
        if (messages.exists(letter.token())) {
            return new Sending.AlreadySent();
        }
        if (messages.since(event.id(), now.minus(Duration.ofDays(1))) >= A_DAY) {
            return new Sending.TooMany();
        }
        var recipients = sessions.stream()
                .mapToInt(session -> write(event, session.id(), letter))
                .sum();
        if (recipients == 0) {
            return new Sending.Nobody();
        }
        messages.insert(
                event.id(),
                new OrganiserMessageRepository.Sent(
                        letter.token(),
                        letter.by(),
                        now,
                        letter.subject(),
                        recipients,
                        sessions.size() == 1 ? sessions.getFirst().id() : null));
        log.info(
                "an organiser wrote to {} registrations of event {}",
                recipients,
                event.id().value());
        return new Sending.Sent(recipients);
    }

    private int write(PublishedEvent event, SessionId session, Letter letter) {
        var count = 0;
        var batch = registrations.standing(event.id(), session, RegistrationRepository.BEFORE_ALL);
        while (!batch.isEmpty()) {
            batch.forEach(one -> news.publishEvent(new OrganiserWrote(one, event, letter.subject(), letter.text())));
            count += batch.size();
            batch = registrations.standing(
                    event.id(), session, batch.getLast().id().value());
        }
        return count;
    }
}
