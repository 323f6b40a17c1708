package fr.preau.event;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// The one seat counter of each session (decision 5): a conditional UPDATE, never a count followed by an insert.
///
/// Every move belongs to the caller's transaction: the seats and what they are for are written together.
@Component
public class Seats {
    /// No session has more (a check of the schema says so): a larger number is no question for the database.
    private static final int MOST = 100_000;

    private final SeatRepository sessions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Seats(SeatRepository sessions, ApplicationEventPublisher news, Clock clock) {
        this.sessions = sessions;
        this.news = news;
        this.clock = clock;
    }

    /// Takes `seats` all at once, or none: false when the session has not that many left for whoever comes (those who
    /// wait come first), is cancelled, is past, or does not exist.
    public boolean take(SessionId session, int seats, boolean forClass) {
        return seats >= 1 && seats <= MOST && sessions.take(session, seats, forClass ? seats : 0, clock.instant());
    }

    /// The same for people who come without having registered: until the session ends, for it may have begun. They
    /// count as no class.
    public boolean takeAtDoor(SessionId session, int seats, Instant at) {
        return seats >= 1 && seats <= MOST && sessions.takeAtDoor(session, seats, at);
    }

    /// Gives back what [#take] took, with the same words. When someone waits for them, [SeatsFreed] says so in this
    /// very transaction: whoever gives seats back cannot forget those who wait.
    public void release(SessionId session, int seats, boolean forClass) {
        sessions.release(session, some(seats), forClass ? seats : 0)
                .ifPresent(event -> news.publishEvent(new SeatsFreed(session, event)));
    }

    /// Holds the session's row until the transaction ends, and reads it. Whoever holds it owns the waiting list: every
    /// method below is called behind it (decision 11).
    public Optional<PublishedSession> lock(SessionId session) {
        return sessions.lock(session) ? sessions.find(session) : Optional.empty();
    }

    /// One more entry waits.
    public void enqueue(SessionId session, boolean forClass) {
        sessions.move(session, new SeatRepository.Move(0, 0, 1), forClass);
    }

    /// One of those who wait has gone, without seats.
    public void dequeue(SessionId session, boolean forClass) {
        sessions.move(session, new SeatRepository.Move(0, 0, -1), forClass);
    }

    /// Free seats are kept for one of those who wait.
    public void hold(SessionId session, int seats, boolean forClass) {
        sessions.move(session, new SeatRepository.Move(0, some(seats), -1), forClass);
    }

    /// Held seats are taken.
    public void confirm(SessionId session, int seats, boolean forClass) {
        sessions.move(session, new SeatRepository.Move(some(seats), -seats, 0), forClass);
    }

    /// Held seats are free again.
    public void letGo(SessionId session, int seats, boolean forClass) {
        sessions.move(session, new SeatRepository.Move(0, -some(seats), 0), forClass);
    }

    public Optional<PublishedSession> find(SessionId session) {
        return sessions.find(session);
    }

    private static int some(int seats) {
        if (seats < 1) {
            throw new IllegalArgumentException("no seat to move");
        }
        return seats;
    }
}
