package fr.preau.synthesis;

import fr.preau.consultation.ConsultationId;
import fr.preau.territory.Territory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one level writes on one theme for one territory. `contestUntil` is the last day on which the level below may
/// object; `lock` changes with the state and the order of statements.
record Synthesis(
        SynthesisId id,
        ConsultationId consultation,
        Level level,
        Territory territory,
        String theme,
        State state,
        @Nullable LocalDate contestUntil,
        int lock) {

    /// The last day of objections where no day was left to them.
    static final LocalDate NO_OBJECTIONS = LocalDate.of(1900, 1, 1);

    /// From the first reading to the publication. Taking it up again makes it a draft.
    enum State {
        DRAFT("en cours"),
        SUBMITTED("soumise"),
        CONTESTED("ouverte aux objections"),
        VALIDATED("validée"),
        PUBLISHED("publiée");

        private final String french;

        State(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /// No time was left to objections: a département's may do without.
    boolean hasNoObjections() {
        return state == State.CONTESTED && NO_OBJECTIONS.equals(contestUntil);
    }

    /// Where it stands, as people read it.
    String standing() {
        return hasNoObjections() ? "soumise, sans temps d'objection" : state.french();
    }

    /// Its words may change.
    boolean isDraft() {
        return state == State.DRAFT;
    }

    /// What it says is settled: the level above has it.
    boolean isSettled() {
        return state == State.VALIDATED || state == State.PUBLISHED;
    }

    String deskPath() {
        return "/espace/consultations/syntheses/" + id.value();
    }
}
