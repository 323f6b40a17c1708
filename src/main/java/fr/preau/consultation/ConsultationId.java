package fr.preau.consultation;

import java.util.UUID;

/// A national consultation.
public record ConsultationId(UUID value) {}
