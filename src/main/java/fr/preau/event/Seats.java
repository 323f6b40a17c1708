package fr.preau.event;

import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The one seat counter of each session (decision 11): a conditional UPDATE, never a count followed by an insert.
///
/// [#take] and [#release] belong to the caller's transaction: the seats and what they are for are written
/// together.
@Component
public class Seats {
    /// No session has more (a check of the schema says so): a larger number is no question for the database.
    private static final int MOST = 100_000;

    private final SeatRepository sessions;
    private final Clock clock;

    Seats(SeatRepository sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /// Takes `seats` all at once, or none: false when the session has not that many left, is cancelled, is
    /// past, or
    /// does not exist.
    public boolean take(SessionId session, int seats, boolean forClass) {
        return seats >= 1 && seats <= MOST && sessions.take(session, seats, forClass ? seats : 0, clock.instant());
    }

    /// The same for people who come without having registered: until the session ends, for it may have begun. They
    /// count
    /// as no class.
    public boolean takeAtDoor(SessionId session, int seats) {
        return seats >= 1 && seats <= MOST && sessions.takeAtDoor(session, seats, clock.instant());
    }

    /// Gives back what [#take] took, with the same words.
    public void release(SessionId session, int seats, boolean forClass) {
        if (seats < 1) {
            throw new IllegalArgumentException("nothing to release");
        }
        sessions.release(session, seats, forClass ? seats : 0);
    }

    public Optional<PublishedSession> find(SessionId session) {
        return sessions.find(session);
    }
}
