package fr.preau.contribution;

/// A former version of a contribution is read no more, for this reason; the contribution stays.
public record ContributionVersionErased(Contribution contribution, int version, String reason) {}
