package fr.preau.attendance;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One act a device kept until it found the network: `here|K7QF2M9RT|1764770000000|28||2`, that is what, which ticket,
/// when, how many pupils, girls and adults. Left empty, numbers are those announced.
record CarriedAct(
        boolean here, String ticket, Instant at, @Nullable Heads heads) {
    private static final Pattern LINE =
            Pattern.compile("(here|undo)\\|([^|]{1,80})\\|([0-9]{12,14})\\|([0-9]{0,2})\\|([0-9]{0,2})\\|([0-9]{0,2})");

    static Optional<CarriedAct> parse(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Optional.of(new CarriedAct(
                parts.group(1).equals("here"),
                parts.group(2),
                Instant.ofEpochMilli(Long.parseLong(parts.group(3))),
                heads(parts.group(4), parts.group(5), parts.group(6))));
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
