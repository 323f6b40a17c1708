package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.programme.EditionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event's own row: whose it is, where it stands. `lock` is how many times it was written; `lastForm` the form that
/// wrote last.
record EventRecord(
        EventId id,
        EditionId edition,
        OrganisationId organisation,
        EventState state,
        int lock,
        @Nullable UUID lastForm) {
    EventRecord in(EditionId other) {
        return new EventRecord(id, other, organisation, state, lock, lastForm);
    }
}
