package fr.preau.registration;

import java.time.Duration;
import java.time.Instant;

/// One edition's waiting room: places up to `called` may enter, of `issued` given. `credit` is how many more may be
/// called at `creditedAt`; it grows with time, and quiet hours save up no crowd.
record Room(boolean drawn, long issued, long called, double credit, Instant creditedAt) {
    /// Calls whoever may be by now, in the order of the places.
    Room moved(Instant now, RoomSettings settings) {
        var seconds = Math.max(0, Duration.between(creditedAt, now).toMillis()) / 1000.0;
        var more = Math.min(settings.mostAtOnce(), credit + seconds * settings.calledPerSecond());
        var calls = Math.min((long) more, issued - called);
        return new Room(drawn, issued, called + calls, more - calls, now);
    }

    /// One more person at the end of the line.
    Room joined() {
        return new Room(drawn, issued + 1, called, credit, creditedAt);
    }

    /// After the draw of those who were there at the opening; when nobody was, the first who come go straight in.
    Room drawn(long early, Instant now, RoomSettings settings) {
        return new Room(true, issued + early, called, early == 0 ? settings.mostAtOnce() : 0, now);
    }

    boolean calls(long place) {
        return place <= called;
    }

    /// Whether someone waits and a second has gone by: people are called in batches, one write a second at most.
    boolean isDue(Instant now) {
        return called < issued && !now.isBefore(creditedAt.plusSeconds(1));
    }
}
