package fr.preau.registration;

import fr.preau.event.PublishedEvent;

/// Seats were taken. Published in the transaction that stores them.
public record RegistrationConfirmed(Registration registration, PublishedEvent event) {}
