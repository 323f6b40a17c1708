package fr.preau.school;

/// What became of a recommendation.
sealed interface Advice {
    /// `shown` says that the public page has it already: its head wrote it.
    record Written(boolean shown) implements Advice {}

    /// A colleague advised this event before: it stays theirs.
    record Colleagues() implements Advice {}

    /// The programme holds as many as it may.
    record TooMany() implements Advice {}

    /// No such event in this edition, or it is cancelled.
    record Unknown() implements Advice {}
}
