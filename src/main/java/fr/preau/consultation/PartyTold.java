package fr.preau.consultation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that those who registered under one address must be told, with what is true once it happened:
/// `people` are those who stand, `whom` those it happened to, who may be gone. `path` is their own page.
public record PartyTold(
        What what,
        Consultation consultation,
        Session session,
        UUID party,
        String mail,
        String path,
        List<Place> people,
        List<Place> whom,
        Cause cause) {
    public PartyTold {
        people = List.copyOf(people);
        whom = List.copyOf(whom);
    }

    public enum What {
        /// Wishes are received, or a late-comer has a seat.
        RECEIVED,
        /// More people came under the same link.
        ADDED,
        /// Someone registers again with an address that has its page already.
        KNOWN,
        /// Someone ranked the workshops otherwise.
        REWISHED,
        /// Someone changed their name, quality or needs.
        CHANGED,
        /// The draw gave seats, or none.
        SEATED,
        /// A seat came free, in a workshop this person wished for.
        GAINED,
        /// A seat came free, in a workshop this person never asked for, and they had none.
        GIVEN,
        /// Someone took a free seat.
        TAKEN,
        /// A workshop somebody ranked is cancelled before the draw.
        DROPPED,
        /// The workshop is cancelled: another seat, or none.
        RESEATED,
        /// Someone does not come any more.
        LEFT,
        /// Nobody comes any more, and everything about them is erased.
        ERASED,
        /// The day, the hours, the place or the room changed.
        MOVED,
        /// Another public value, later, makes the lottery.
        ANNOUNCED,
        CANCELLED
    }

    /// Where one person sits; `workshop` is null for who has no seat, or none yet because the draw of their
    /// workshops is withheld (`awaits`); `rank` (from 1) for a seat not asked for. `before` is the workshop they
    /// sat in until now, `code` what they say at the door.
    public record Place(
            String label,
            String code,
            @Nullable String workshop,
            String room,
            String video,
            @Nullable Integer rank,
            List<String> wishes,
            boolean awaits,
            @Nullable String before) {
        public Place {
            wishes = List.copyOf(wishes);
        }
    }

    /// What it comes from, as far as one must be told: the session and the place of a workshop as they were until now,
    /// the workshop, the reason given. Empty where there is none.
    public record Cause(@Nullable Session before, String workshop, Workshop.@Nullable Place room, String reason) {
        static final Cause NONE = new Cause(null, "", null, "");

        static Cause before(Session before) {
            return new Cause(before, "", null, "");
        }

        static Cause cancelled(String workshop, String reason) {
            return new Cause(null, workshop, null, reason);
        }
    }
}
