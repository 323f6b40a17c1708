package fr.preau.registration;

/// What became of a request for seats.
public sealed interface Outcome {
    /// Stored, with its seats.
    record Confirmed(Registration registration) implements Outcome {}

    /// The same form sent again: answer as the first time.
    record AlreadyDone(Registration registration) implements Outcome {}

    /// A rule refuses: `reason` is the French sentence for the person who asked.
    record Refused(String reason) implements Outcome {}

    /// Everyone it names comes already, or their address has as many people as one may: the page says no more than to
    /// those who are new, a letter tells which.
    record Known() implements Outcome {}

    /// Not enough seats: all of them or none. `left` is how many a request of this kind could still have.
    record Full(int left) implements Outcome {}

    /// No such session in this event.
    record Unknown() implements Outcome {}
}
