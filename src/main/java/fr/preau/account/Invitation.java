package fr.preau.account;

import java.time.Instant;
import java.util.UUID;

/// A role offered to whoever reads this address, until `expiresAt`.
record Invitation(UUID id, String mail, Role role, PersonId invitedBy, Instant expiresAt) {}
