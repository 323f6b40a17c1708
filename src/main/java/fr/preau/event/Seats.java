package fr.preau.event;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// The one seat counter of each session (decision 11): a conditional UPDATE, never a count followed by an insert.
///
/// [#take] and [#release] belong to the caller's transaction: the seats and what they are for are written together.
@Component
public class Seats {
    /// Takes `seats` all at once, or none: false when the session has not that many left, is cancelled, is past, or
    /// does not exist.
    public boolean take(SessionId session, int seats, boolean forClass) {
        throw new IllegalStateException();
    }

    public void release(SessionId session, int seats, boolean forClass) {
        throw new IllegalStateException();
    }

    public Optional<PublishedSession> find(SessionId session) {
        throw new IllegalStateException();
    }
}
