package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Its numbers changed, or the date, place or link of what it is for: calendars must follow.
public record RegistrationChanged(Registration registration, PublishedEvent event) {}
