package fr.preau.showcase;

import fr.preau.account.PersonId;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A project where it stands: what its teachers write (`content`), what the public sees (`shown`, if anything). `lock`
/// is how many times it was written; `lastForm` the form that wrote last.
record Project(
        ProjectId id,
        EditionId edition,
        Uai school,
        String departement,
        PersonId author,
        ProjectState state,
        ProjectContent content,
        @Nullable ProjectContent shown,
        @Nullable Instant submittedAt,
        LocalDate namesUntil,
        int lock,
        @Nullable UUID lastForm) {
    boolean isListed() {
        return shown != null;
    }

    boolean allows(ProjectAction action) {
        return action.isAllowed(state, isListed());
    }

    /// A next version is under way beside the one the public sees.
    boolean hasNext() {
        return isListed() && state != ProjectState.PUBLISHED;
    }

    /// « publié », and what becomes of the next version if there is one.
    String standing() {
        return hasNext() ? "publié, prochaine version : " + state.french() : state.french();
    }

    String at(String page) {
        return "/espace/trophees/" + id.value() + page;
    }
}
