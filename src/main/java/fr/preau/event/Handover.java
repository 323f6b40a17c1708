package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.account.PersonId;
import fr.preau.account.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event offered by its moderators to an organisation, or to whoever reads an address: theirs once they accept.
record Handover(
        UUID id,
        EventId event,
        @Nullable OrganisationId organisation,
        @Nullable String mail,
        PersonId offeredBy,
        String authority,
        String sentence,
        Instant expiresAt) {
    static final Duration LIFE = Duration.ofDays(14);

    /// Those of the organisation, or the person of that address.
    boolean isFor(Viewer viewer) {
        return organisation == null
                ? mail != null && mail.equals(viewer.mail())
                : viewer.actsFor(organisation);
    }
}
