package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// A list stopped before this entry's turn came. `reason` is what the organiser, or the
/// moderation, says who cancels, empty otherwise.
public record WaitingEnded(WaitingEntry entry, PublishedEvent event, Why why, String reason) {
    public enum Why {
        STARTED,
        CLOSED,
        CANCELLED,
        /// The event was cancelled by its moderators.
        MODERATED,
        /// The session was made smaller than what this entry asks for.
        TOO_SMALL
    }
}
