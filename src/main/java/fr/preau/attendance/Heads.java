package fr.preau.attendance;

import fr.preau.registration.Registration;
import org.jspecify.annotations.Nullable;

/// How many people one registration brings, or brought. `girls` is null when nobody said: it only ever leaves the
/// database inside a sum.
record Heads(int pupils, @Nullable Integer girls, int adults) {
    /// Those who were announced.
    static Heads announced(Registration registration) {
        var group = registration.schoolClass();
        if (group != null) {
            return new Heads(group.pupils(), null, group.adults());
        }
        return registration.kind() == Registration.Kind.PUPIL
                ? new Heads(1, null, 0)
                : new Heads(0, null, registration.seats());
    }

    int people() {
        return pupils + adults;
    }
}
