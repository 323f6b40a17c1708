package fr.preau.synthesis;

/// What became of something asked of a synthesis. Only [Done] wrote anything.
sealed interface SynthesisOutcome {
    /// Written; the sentence tells the person what happened.
    record Done(String sentence) implements SynthesisOutcome {}

    /// Someone else wrote on the same thing since this person's page was made.
    record Stale() implements SynthesisOutcome {}

    /// Not possible, and why.
    record Refused(String sentence) implements SynthesisOutcome {}

    default String sentence() {
        return switch (this) {
            case Done(var sentence) -> sentence;
            case Refused(var sentence) -> sentence;
            case Stale _ ->
                "Quelqu'un d'autre a agi ici depuis que votre page est ouverte. La voici à jour ; rien n'a été changé de votre part.";
        };
    }
}
