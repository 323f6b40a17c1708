package fr.preau.registration;

import fr.preau.event.Audience;
import org.jspecify.annotations.Nullable;

/// Who would come, as the rules look at it. `level` is null for adults, and while nothing has been asked yet;
/// `withinReach` is false for a class of a département where an event that comes to schools is not offered.
record Party(Registration.Kind kind, @Nullable Audience level, int seats, boolean withinReach) {
    /// The least one can ask for: what tells whether a form is worth showing.
    static Party smallest(Registration.Kind kind) {
        return new Party(kind, null, 1, true);
    }

    boolean isClass() {
        return kind == Registration.Kind.CLASS;
    }
}
