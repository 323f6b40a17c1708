package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Seats were given back. `reason` is what the organiser, or the moderation, says to those who were registered, empty when
/// they cancelled themselves.
public record RegistrationCancelled(Registration registration, PublishedEvent event, By by, String reason) {
    public enum By {
        REGISTRANT,
        ORGANISER,
        /// The event's moderators. Told in letters; what is kept says only that it was not the registrant.
        MODERATION;

        By kept() {
            return this == REGISTRANT ? REGISTRANT : ORGANISER;
        }
    }
}
