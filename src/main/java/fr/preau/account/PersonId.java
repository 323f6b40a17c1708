package fr.preau.account;

import java.util.UUID;

/// A person with an account.
public record PersonId(UUID value) {}
