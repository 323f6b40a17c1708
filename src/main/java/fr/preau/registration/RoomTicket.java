package fr.preau.registration;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in a waiting room: nothing says whose. `place` is null until the draw, `enteredAt` until one goes in;
/// `sent` counts the forms sent since.
record RoomTicket(UUID id, @Nullable Long place, @Nullable Instant enteredAt, int sent) {
    /// Enough for a family, or a teacher and all their classes; too few to let a village in on one ticket.
    static final int MOST_SENT = 20;

    boolean isSpent(Instant now, RoomSettings settings) {
        return sent >= MOST_SENT || (enteredAt != null && !now.isBefore(enteredAt.plus(settings.stay())));
    }
}
