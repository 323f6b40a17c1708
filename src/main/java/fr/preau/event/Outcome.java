package fr.preau.event;

import java.util.List;

/// What became of something asked of an event. Only [Done] wrote anything.
sealed interface Outcome {
    /// Written; the sentence tells the person what happened.
    record Done(String sentence) implements Outcome {}

    /// Someone else wrote, or decided, since this person's page was made.
    record Stale() implements Outcome {}

    /// Known before anything is written.
    sealed interface Refusal extends Outcome, Writes.Plan {}

    /// Not possible where the event stands.
    record Refused(String sentence) implements Refusal {}

    /// To correct, by field of the form.
    record Incomplete(List<Problem> problems) implements Refusal {}

    /// A sentence about one field of [EventForm].
    record Problem(String field, String sentence) {}
}
