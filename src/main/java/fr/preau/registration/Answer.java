package fr.preau.registration;

/// What became of a word from someone who waits: accepting, leaving, asking for less.
sealed interface Answer {
    /// The offer is accepted.
    record Seated(Registration registration) implements Answer {}

    /// Done, and the list moved on.
    record Done() implements Answer {}

    record Refused(String reason) implements Answer {}

    /// The form has something to correct: nothing was asked of the database.
    record Mistyped() implements Answer {}
}
