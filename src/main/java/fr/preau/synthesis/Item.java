package fr.preau.synthesis;

import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a level has to deal with: a contribution, or a statement of the level below, as it is in its latest version.
/// `parent` is what it is a piece of, since someone cut it; `withdrawn` why it is read no more; `reopened` that the
/// level below took its synthesis back; `lock` changes with whatever is done to it.
record Item(
        ItemId id,
        SynthesisId synthesis,
        Place place,
        @Nullable ItemId parent,
        Source source,
        String reference,
        ItemNature nature,
        String text,
        Origin origin,
        boolean reopened,
        @Nullable String withdrawn,
        @Nullable UUID grouping,
        int lock,
        @Nullable Disposition disposition) {
    /// Where it stands in the order of arrival; a piece stands behind its whole.
    record Place(long seq, int piece) {
        static final Place FIRST = new Place(0, 0);
    }

    record Source(Kind kind, UUID id, int version) {
        enum Kind {
            CONTRIBUTION,
            STATEMENT
        }
    }

    /// `territory` is a `Territory#key`.
    record Origin(
            String territory,
            @Nullable SessionId session,
            @Nullable WorkshopId workshop,
            LocalDate day) {}

    /// What people quote: « C-1204 », « C-1204 (2) » for its second piece.
    String label() {
        return place.piece() == 0 ? reference : "%s (%d)".formatted(reference, place.piece());
    }

    /// What a form says of it: which one, as it was on the page.
    String seen() {
        return "%s.%d".formatted(id.value(), lock);
    }

    boolean isWithdrawn() {
        return withdrawn != null;
    }

    boolean isPiece() {
        return parent != null;
    }

    boolean isDisagreement() {
        return nature == ItemNature.DISAGREEMENT;
    }

    boolean is(Disposition.Outcome outcome) {
        return disposition != null && disposition.outcome() == outcome;
    }
}
