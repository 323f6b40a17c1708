package fr.preau.registration;

/// What became of a request to wait.
sealed interface Joining {
    /// On the list, or with an offer already when the policy gives it seats at once.
    record Joined(WaitingEntry entry) implements Joining {}

    /// There were seats after all: they are taken.
    record Seated(Registration registration) implements Joining {}

    /// Everyone it names waits or comes already, or their address has as many people as one may: see [Outcome.Known].
    record Known() implements Joining {}

    /// This form did it before, and something of it was given back since: it is to be done anew. Never leaves
    /// [WaitingList].
    record GivenBack() implements Joining {}

    record Refused(String reason) implements Joining {}

    /// There is room for it and nobody waits: it takes its seats like anyone. Never leaves [WaitingList].
    record Room() implements Joining {}

    /// No such session in this event.
    record Unknown() implements Joining {}
}
