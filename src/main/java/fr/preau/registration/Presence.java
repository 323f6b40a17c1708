package fr.preau.registration;

import java.time.Instant;
import java.util.Optional;

/// Whether somebody came, told by whoever holds the door: once they are there, a registration is not cancelled any
/// more.
public interface Presence {
    /// Since when; empty when nobody saw them.
    Optional<Instant> seen(RegistrationId registration);
}
