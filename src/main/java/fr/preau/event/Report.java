package fr.preau.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone says something is wrong with a published event. Who is not asked.
record Report(
        UUID id,
        ReportGround ground,
        String sentence,
        Instant at,
        @Nullable Closing closing) {
    /// Who closed it, when, and how.
    record Closing(String closer, Instant at, Outcome outcome) {}

    enum Outcome {
        NOTHING("rien à changer"),
        CHANGES_ASKED("modifications demandées"),
        CANCELLED("événement annulé");

        private final String french;

        Outcome(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }
}
