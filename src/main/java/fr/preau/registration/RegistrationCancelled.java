package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Seats were given back. `reason` is what the organiser says to those who were registered, empty when they cancelled
/// themselves.
public record RegistrationCancelled(Registration registration, PublishedEvent event, By by, String reason) {
    public enum By {
        REGISTRANT,
        ORGANISER
    }
}
