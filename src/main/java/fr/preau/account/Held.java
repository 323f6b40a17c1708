package fr.preau.account;

import java.time.Instant;

/// A role someone holds, since when.
record Held(Person person, Role role, Instant since) {}
