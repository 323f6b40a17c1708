package fr.preau.registration;

import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.programme.Editions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Seats asked for, kept, changed and given back: three ways in, one counter.
@Service
public class Registrations {
    private final RegistrationRepository repository;
    private final SeatBook book;
    private final Events events;
    private final Editions editions;
    private final Clock clock;

    Registrations(RegistrationRepository repository, SeatBook book, Events events, Editions editions, Clock clock) {
        this.repository = repository;
        this.book = book;
        this.events = events;
        this.editions = editions;
        this.clock = clock;
    }

    /// Everything is read and judged first; the transaction that follows only writes.
    public Outcome register(SeatRequest request) {
        var found = events.findBySession(request.session())
                .filter(event -> event.id().equals(request.event()))
                .flatMap(event -> attempt(event, request));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var attempt = found.get();
        var token = whole(request);
        var refusal = RegistrationRule.firstRefusal(attempt);
        if (refusal == null && attempt.seats() <= attempt.left()) {
            return book.take(attempt, token);
        }
        return repository
                .findByToken(token)
                .<Outcome>map(Outcome.AlreadyDone::new)
                .orElseGet(() -> refusal == null ? new Outcome.Full(attempt.left()) : new Outcome.Refused(refusal));
    }

    public Optional<Registration> find(RegistrationId id) {
        return repository.find(id);
    }

    private Optional<Attempt> attempt(PublishedEvent event, SeatRequest request) {
        var session = event.sessions().stream()
                .filter(one -> one.id().equals(request.session()))
                .findFirst();
        var edition = editions.find(event.edition());
        return session.isEmpty() || edition.isEmpty()
                ? Optional.empty()
                : Optional.of(new Attempt(event, session.get(), edition.get(), request.registrant(), clock.instant()));
    }

    /// One form holds one token, but a browser's Back button shows the same form again for a brother or a sister: the
    /// token and what is asked for, together, are what must not be done twice.
    private static UUID whole(SeatRequest request) {
        var whole = "%s %s %s".formatted(request.token(), request.session(), request.registrant());
        return UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
    }
}
