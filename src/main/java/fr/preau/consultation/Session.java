package fr.preau.consultation;

import fr.preau.allocation.Rule;
import fr.preau.territory.Territory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A half-day of consultation in one territory (a département or an académie).
///
/// It goes `DRAFT` → `OPEN` (people rank workshops) → `CLOSED` (the wishes are frozen and their hash is published) →
/// `SEATED` (the draw is made and verified); or `CANCELLED`.
public record Session(
        SessionId id,
        ConsultationId consultation,
        Territory territory,
        String title,
        Where where,
        LocalDate day,
        ZoneId zone,
        Joining joining,
        Drawing drawing,
        List<Step> steps,
        State state,
        int lock) {
    public Session {
        steps = List.copyOf(steps);
    }

    /// `host` is who receives, `place` an address; `video` a link for the plenary, or empty.
    public record Where(String host, String place, String video, String instructions) {}

    /// How one registers: by the key of a private link (`byKey`) or by whoever reads the page; the short `code`
    /// that is typed instead of the link; how many workshops one ranks, and until when.
    public record Joining(
            boolean byKey, @Nullable String key, @Nullable String code, int wishes, Instant closesAt) {}

    /// How seats are given: the rule, chosen before opening; the public value that makes the lottery (`source`),
    /// announced before it is known (`at`), and what replaces it if it never comes (`fallback`); the hash of the
    /// frozen wishes and the moment they were frozen, once they are.
    public record Drawing(
            @Nullable Rule rule,
            String source,
            Instant at,
            String fallback,
            @Nullable String frozenHash,
            @Nullable Instant frozenAt) {
        /// Whether the hash of the wishes was there for all to read before anybody could know the value.
        public boolean wasFrozenBefore() {
            return frozenAt != null && frozenAt.isBefore(at);
        }
    }

    public enum State {
        DRAFT("en préparation"),
        OPEN("inscriptions ouvertes"),
        CLOSED("inscriptions closes"),
        SEATED("places attribuées"),
        CANCELLED("annulée");

        private final String french;

        State(String french) {
            this.french = french;
        }

        public String french() {
            return french;
        }
    }

    /// When the first part starts; the start of the day while no part is written.
    public ZonedDateTime starts() {
        return steps.stream()
                .map(Step::starts)
                .min(java.util.Comparator.naturalOrder())
                .map(time -> day.atTime(time).atZone(zone))
                .orElseGet(() -> day.atStartOfDay(zone));
    }

    public ZonedDateTime ends() {
        return steps.stream()
                .map(Step::ends)
                .max(java.util.Comparator.naturalOrder())
                .map(time -> day.atTime(time).atZone(zone))
                .orElseGet(() -> day.plusDays(1).atStartOfDay(zone));
    }

    public boolean isPublic() {
        return state != State.DRAFT;
    }

    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    /// Whether its wishes are over and not yet frozen.
    boolean isToCloseAt(Instant now) {
        return state == State.OPEN && !now.isBefore(joining.closesAt());
    }

    boolean takesWishesAt(Instant now) {
        return state == State.OPEN && now.isBefore(joining.closesAt());
    }

    /// Seats no longer change hands from the eve of the session: people have made their plans.
    boolean seatsMayMoveAt(Instant now) {
        return state == State.SEATED
                && now.isBefore(day.atStartOfDay(zone).minusDays(1).toInstant());
    }

    /// Late-comers take what is free until it starts.
    boolean takesLateComersAt(Instant now) {
        return state == State.SEATED && now.isBefore(starts().toInstant());
    }

    /// Where one registers; nowhere while a private link is revoked.
    Optional<String> way() {
        return joining.byKey()
                ? Optional.ofNullable(joining.key()).map("/consultations/inscription/"::concat)
                : Optional.of(path() + "/inscription");
    }

    public String path() {
        return "/consultations/sessions/" + id.value();
    }

    public String deskPath() {
        return "/espace/consultations/sessions/" + id.value();
    }
}
