package fr.preau.event;

import fr.preau.programme.EditionId;
import org.jspecify.annotations.Nullable;

/// Where an event stands: its row, its latest version, and the version the public sees, if any (perhaps the
/// same).
record Standing(EventRecord event, Version latest, @Nullable Version approved) {
    /// For another edition, when one is chosen: what was published stays in its own.
    Standing in(@Nullable EditionId chosen) {
        return chosen == null || approved != null ? this : new Standing(event.in(chosen), latest, null);
    }

    boolean allows(EventAction action) {
        return action.isAllowed(event.state(), latest.state());
    }

    /// What the organiser goes on from: their draft or what they were asked to change; otherwise what is public.
    EventContent toEdit() {
        return switch (latest.state()) {
            case DRAFT, CHANGES_REQUESTED -> latest.content();
            case SUBMITTED, APPROVED, REJECTED, WITHDRAWN -> approved == null ? latest.content() : approved.content();
        };
    }

    /// What the public sees, or what it would see.
    EventContent published() {
        return approved == null ? latest.content() : approved.content();
    }

    /// A next version exists, apart from what the public sees.
    boolean hasNext() {
        return approved != null
                && switch (latest.state()) {
                    case DRAFT, SUBMITTED, CHANGES_REQUESTED -> true;
                    case APPROVED, REJECTED, WITHDRAWN -> false;
                };
    }
}
