package fr.preau.contribution;

/// What came of something asked of a report or a contribution.
sealed interface ContributionOutcome {
    record Done(String sentence) implements ContributionOutcome {}

    record Refused(String sentence) implements ContributionOutcome {}
}
