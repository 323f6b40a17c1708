package fr.preau.school;

import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A school that takes part in an edition, and who reads its programme page. `key` opens it without an account, from
/// the day it was first published by link.
record Commitment(
        EditionId edition,
        Uai school,
        Instant at,
        Visibility visibility,
        @Nullable String key,
        @Nullable UUID lastForm) {
    boolean isPublished() {
        return visibility != Visibility.DRAFT;
    }

    /// Where the page is read, for a poster or a message; the staff's own page while nobody else reads it.
    String path() {
        return switch (visibility) {
            case PUBLIC -> publicPath(school);
            case LINK -> "/programmes/" + key;
            case DRAFT -> staffPath(school);
        };
    }

    String calendarPath() {
        return visibility == Visibility.PUBLIC ? publicPath(school) + ".ics" : "/programmes/" + key + "/agenda.ics";
    }

    static String publicPath(Uai school) {
        return "/etablissements/" + school + "/semaine";
    }

    static String staffPath(Uai school) {
        return "/espace/etablissement/" + school + "/semaine";
    }
}
