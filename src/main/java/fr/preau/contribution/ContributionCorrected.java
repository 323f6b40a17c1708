package fr.preau.contribution;

/// A published contribution has a new version; what leaned on the former one is stale (invariant C7).
public record ContributionCorrected(Contribution contribution) {}
