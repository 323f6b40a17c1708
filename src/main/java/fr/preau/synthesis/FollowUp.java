package fr.preau.synthesis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What became of a national statement: decisions, the latest last, and actions with their steps.
record FollowUp(List<Decision> decisions, List<Action> actions) {
    enum Outcome {
        TAKEN("retenu"),
        PARTLY("retenu en partie"),
        REFUSED("non retenu");

        private final String french;

        Outcome(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    enum Status {
        PLANNED("prévue"),
        STARTED("commencée"),
        DONE("faite"),
        DROPPED("abandonnée");

        private final String french;

        Status(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    record Decision(LocalDate day, Outcome outcome, String reason) {}

    record Step(LocalDate day, Status status, String note) {}

    /// `owner` is a service or a body, never a person.
    record Action(UUID id, String what, String owner, LocalDate due, List<Step> steps) {}

    Optional<Decision> latest() {
        return decisions.isEmpty() ? Optional.empty() : Optional.of(decisions.getLast());
    }

    boolean isEmpty() {
        return decisions.isEmpty() && actions.isEmpty();
    }
}
