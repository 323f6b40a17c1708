package fr.preau.consultation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that those who registered under one address must be told, with what is true once it happened. `path` is
/// their own page.
public record PartyTold(
        What what,
        Consultation consultation,
        Session session,
        UUID party,
        String mail,
        String path,
        List<Place> people) {
    public PartyTold {
        people = List.copyOf(people);
    }

    public enum What {
        /// Wishes are received.
        RECEIVED,
        /// Someone registers again with an address that has its page already.
        KNOWN,
        /// The draw gave seats, or none.
        SEATED,
        /// A withdrawal let this person have a wish they like better.
        GAINED,
        /// The workshop is cancelled: another seat, or none.
        RESEATED,
        /// Someone took a free seat, or gave theirs back.
        CHANGED,
        /// The day, the hours, the place or the room changed.
        MOVED,
        CANCELLED
    }

    /// Where one person sits; `workshop` is null for who has no seat, or none yet because the draw of their workshops
    /// is withheld (`awaits`); `rank` (from 1) for a seat not asked for.
    public record Place(
            String label,
            @Nullable String workshop,
            String room,
            String video,
            @Nullable Integer rank,
            int wishes,
            boolean awaits) {}
}
