package fr.preau.registration;

/// What became of a change of numbers.
sealed interface Change {
    record Done(Registration registration) implements Change {}

    /// It would need `missing` more seats than it holds, and the session has not that many: nothing changed.
    record Full(int missing) implements Change {}

    record Refused(String reason) implements Change {}

    /// It was cancelled meanwhile.
    record Gone() implements Change {}

    /// The form has something to correct: nothing was asked of the database.
    record Mistyped() implements Change {}
}
