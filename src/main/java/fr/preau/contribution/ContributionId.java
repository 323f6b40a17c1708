package fr.preau.contribution;

import java.util.UUID;

/// One contribution, whatever its versions.
public record ContributionId(UUID value) {}
