package fr.preau.registration;

import fr.preau.event.Formerly;
import fr.preau.event.PublishedEvent;
import org.jspecify.annotations.Nullable;

/// Its numbers changed, or the date, place or link of what it is for: calendars must follow, and whoever is registered is
/// told what it was before.
public record RegistrationChanged(Registration registration, PublishedEvent event, What what) {
    public sealed interface What {}

    /// Whoever holds it changed how many come; `before` is how it stood.
    public record Numbers(Registration before) implements What {}

    /// The organiser moved the event; null when nothing tells how it stood.
    public record Moved(@Nullable Formerly formerly) implements What {}
}
