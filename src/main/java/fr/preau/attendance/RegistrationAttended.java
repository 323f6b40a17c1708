package fr.preau.attendance;

import fr.preau.event.PublishedEvent;
import fr.preau.registration.Registration;

/// Someone was seen at a session whose list is closed; once a registration. Never published for those who are only
/// presumed to have come.
public record RegistrationAttended(Registration registration, PublishedEvent event) {}
