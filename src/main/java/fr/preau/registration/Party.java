package fr.preau.registration;

import fr.preau.event.Audience;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who would come, as the rules look at it. `level` is null for adults, and while nothing has been asked yet; `seats`
/// are those of all who would come, `children` the levels of those who come as well; `withinReach` is false for a class
/// of a département where an event that comes to schools is not offered.
record Party(
        Registration.Kind kind, @Nullable Audience level, int seats, boolean withinReach, List<Audience> children) {
    Party(Registration.Kind kind, @Nullable Audience level, int seats, boolean withinReach) {
        this(kind, level, seats, withinReach, List.of());
    }

    List<Audience> levels() {
        return Stream.concat(Stream.ofNullable(level), children.stream()).toList();
    }

    /// The least one can ask for: what tells whether a form is worth showing.
    static Party smallest(Registration.Kind kind) {
        return new Party(kind, null, 1, true);
    }

    boolean isClass() {
        return kind == Registration.Kind.CLASS;
    }
}
