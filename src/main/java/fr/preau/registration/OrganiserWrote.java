package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// The organiser writes to someone registered, without seeing their address.
public record OrganiserWrote(Registration registration, PublishedEvent event, String subject, String text) {}
