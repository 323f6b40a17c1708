package fr.preau.showcase;

import fr.preau.programme.Editions;
import fr.preau.web.French;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was allowed of one pupil, on a paper that stays at school: what for, by whom, from `givenOn` until the end of
/// `until`, in the day of Paris. `surname` is the name it allows to show.
record Authorisation(
        UUID id,
        ProjectId project,
        UUID member,
        Purpose purpose,
        @Nullable String surname,
        Giver giver,
        LocalDate givenOn,
        LocalDate until,
        @Nullable Instant withdrawnAt,
        @Nullable Withdrawer withdrawer) {
    /// Who took it back.
    enum Withdrawer {
        SCHOOL("par l'établissement"),
        FAMILY("par la famille");

        private final String french;

        Withdrawer(String french) {
            this.french = french;
        }
    }

    boolean isValid(LocalDate today) {
        return withdrawnAt == null && !today.isBefore(givenOn) && !today.isAfter(until);
    }

    /// « valable jusqu'au vendredi 3 juillet 2026 ».
    String standing(LocalDate today) {
        if (withdrawnAt != null && withdrawer != null) {
            return "retirée %s le %s"
                    .formatted(withdrawer.french, French.day(LocalDate.ofInstant(withdrawnAt, Editions.PARIS)));
        }
        return (isValid(today) ? "valable jusqu'au " : "terminée le ") + French.day(until);
    }
}
