package fr.preau.showcase;

import java.util.List;

/// What became of something asked of a project. Only [Done] wrote anything.
sealed interface ProjectOutcome {
    /// Written; the sentence tells the person what happened.
    record Done(String sentence) implements ProjectOutcome {}

    /// Someone else wrote, or decided, since this person's page was made.
    record Stale() implements ProjectOutcome {}

    /// Known before anything is written.
    sealed interface Refusal extends ProjectOutcome, ProjectWrites.Step {}

    /// Not possible where the project stands.
    record Refused(String sentence) implements Refusal {}

    /// To complete, by field of the form.
    record Incomplete(List<Problem> problems) implements Refusal {}

    record Problem(String field, String sentence) {}

    /// What to tell the person when nothing was written.
    default String refusal() {
        return switch (this) {
            case Done(var sentence) -> sentence;
            case Refused(var sentence) -> sentence;
            case Incomplete _ -> "Ce projet n'est pas encore complet.";
            case Stale _ ->
                "Quelqu'un d'autre a agi sur ce projet depuis que votre page est ouverte. La voici à jour ; rien n'a été changé de votre part.";
        };
    }
}
