package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a level did with an item, as it was in its version `itemVersion`: exactly one for each item and level.
///
/// `aside` is null unless it was set aside.
record Disposition(Outcome outcome, @Nullable Aside aside, int itemVersion, PersonId by, Instant at) {
    enum Outcome {
        TAKEN_UP("reprise"),
        SET_ASIDE("mise de côté"),
        SPLIT("découpée");

        private final String french;

        Outcome(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /// Why: a reason of the list and one sentence; of which item it says the same, or to whom it was sent
    /// (`Territory#key`), when the reason asks for it.
    record Aside(
            Reason reason,
            String sentence,
            @Nullable ItemId duplicateOf,
            @Nullable String sentTo) {
        Aside {
            if ((reason == Reason.DUPLICATE) != (duplicateOf != null) || (reason == Reason.LOCAL) != (sentTo != null)) {
                throw new IllegalArgumentException("what " + reason + " asks for");
            }
        }
    }
}
