package fr.preau.consultation;

import java.util.UUID;

/// A workshop of a session.
public record WorkshopId(UUID value) {}
