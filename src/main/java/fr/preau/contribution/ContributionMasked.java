package fr.preau.contribution;

/// A contribution is read no more, for this reason; its trace stays.
public record ContributionMasked(Contribution contribution, String reason) {}
