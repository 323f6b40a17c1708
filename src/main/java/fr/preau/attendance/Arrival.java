package fr.preau.attendance;

import fr.preau.registration.RegistrationId;
import java.time.Instant;

/// What the door last saw of a registration: there, or undone. `presumed` when nobody counted.
record Arrival(RegistrationId registration, boolean here, Instant at, Heads heads, boolean presumed) {}
