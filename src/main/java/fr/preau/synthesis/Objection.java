package fr.preau.synthesis;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The level below contests what was done of something it said. `answer` is null until there is one; both are
/// published.
record Objection(
        UUID id,
        ItemId item,
        Against against,
        int itemLock,
        LocalDate madeOn,
        @Nullable Answer answer) {
    enum Outcome {
        UPHELD("maintenu"),
        CORRECTED("corrigé");

        private final String french;

        Outcome(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /// What is contested, in words, as it was then; and why.
    record Against(String disposition, String words) {}

    record Answer(Outcome outcome, String words, LocalDate on) {}

    boolean isOpen() {
        return answer == null;
    }
}
