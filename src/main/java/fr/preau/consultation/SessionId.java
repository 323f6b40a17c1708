package fr.preau.consultation;

import java.util.UUID;

/// A half-day of a consultation, in one territory.
public record SessionId(UUID value) {}
