package fr.preau.contribution;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a participant says of a report, or of one piece of it, and how it was answered.
record Remark(
        UUID id,
        @Nullable ContributionId about,
        String text,
        Instant at,
        @Nullable Outcome outcome,
        String answer) {
    enum Outcome {
        CORRECTED("corrigé"),
        KEPT("gardé tel quel");

        private final String french;

        Outcome(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    boolean isAnswered() {
        return outcome != null;
    }
}
