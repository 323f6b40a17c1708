package fr.preau.attendance;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One act a device kept until it found the network: `here|K7QF2M9RT|1764770000000|28||2`, that is what, which
/// ticket, when, how many pupils, girls and adults. Left empty, numbers are those announced. A group that came
/// without registering has a token for a ticket and its number in the first place; what was looked at has its own id.
record CarriedAct(
        What what, String ticket, Instant at, @Nullable Heads heads) {
    enum What {
        HERE,
        UNDO,
        /// People who came without registering.
        GROUP,
        /// Somebody looked at a [Review], and leaves it there.
        SEEN,
        /// Somebody counts a [Review].
        COUNTED
    }

    private static final Pattern LINE = Pattern.compile(
            "(here|undo|group|seen|counted)\\|([^|]{1,80})\\|([0-9]{12,14})\\|([0-9]{0,2})\\|([0-9]{0,2})\\|([0-9]{0,2})");

    static Optional<CarriedAct> parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var act = new CarriedAct(
                What.valueOf(parts.group(1).toUpperCase(java.util.Locale.ROOT)),
                parts.group(2),
                Instant.ofEpochMilli(Long.parseLong(parts.group(3))),
                heads(parts.group(4), parts.group(5), parts.group(6)));
        return act.isWhole() ? Optional.of(act) : Optional.empty();
    }

    private boolean isWhole() {
        return switch (what) {
            case HERE, UNDO -> true;
            case GROUP -> id().isPresent() && heads != null;
            case SEEN, COUNTED -> id().isPresent();
        };
    }

    /// The token of a group, or what was looked at; empty when it is none.
    Optional<UUID> id() {
        try {
            return Optional.of(UUID.fromString(ticket));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Null when nothing was counted, or when the numbers cannot be: what was announced stands then.
    private static @Nullable Heads heads(String pupils, String girls, String adults) {
        if (pupils.isEmpty() && adults.isEmpty()) {
            return null;
        }
        var heads = new Heads(number(pupils), girls.isEmpty() ? null : Integer.valueOf(girls), number(adults));
        return heads.people() == 0 || (heads.girls() != null && heads.girls() > heads.pupils()) ? null : heads;
    }

    private static int number(String typed) {
        return typed.isEmpty() ? 0 : Integer.parseInt(typed);
    }
}
