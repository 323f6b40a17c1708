package fr.preau.contribution;

import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import fr.preau.territory.Territory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One piece of what was said, in one of its versions: a text frozen at deposit; a correction is a new version. It
/// tells of no person: a workshop's is the group's, an online one is told by its territory and its day alone.
///
/// `reference` is what people quote: « C-1204 ». `session` and `workshop` are null for what came online.
public record Contribution(
        ContributionId id,
        int version,
        String reference,
        ConsultationId consultation,
        Origin origin,
        @Nullable SessionId session,
        @Nullable WorkshopId workshop,
        Territory territory,
        String theme,
        Nature nature,
        String text,
        Room room,
        LocalDate day,
        State state) {
    /// Where it comes from: a workshop's report, the online form, a paper someone transcribed.
    public enum Origin {
        WORKSHOP("atelier"),
        ONLINE("en ligne"),
        PAPER("papier transcrit");

        private final String french;

        Origin(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// How the room stood, when someone counted: all null otherwise.
    public record Room(
            @Nullable Integer agree,
            @Nullable Integer against,
            @Nullable Integer neither) {
        public static final Room UNCOUNTED = new Room(null, null, null);
    }

    /// `RECEIVED` until its report is validated or a moderator has read it; `MASKED` and `REMOVED` leave a trace with
    /// the reason (invariant C1).
    public enum State {
        RECEIVED,
        PUBLISHED,
        MASKED,
        REMOVED
    }

    public String path() {
        return "/consultations/contributions/" + id.value();
    }
}
