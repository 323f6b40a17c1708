package fr.preau.account;

import fr.preau.territory.Uai;
import java.time.Instant;
import java.util.UUID;

/// Someone says they teach at a school or head it, and waits for a yes.
record StaffRequest(UUID id, Person person, Role role, Uai school, Instant askedAt) {}
