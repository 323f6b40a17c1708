package fr.preau.attendance;

import fr.preau.registration.Registration;
import java.util.Optional;

/// What a class's registration says once its session is closed.
final class ClassNews {
    private ClassNews() {}

    /// Empty for those who registered by themselves: they are nobody's class.
    static Optional<ClassAttended> of(Registration registration, int pupils, boolean presumed) {
        var group = registration.schoolClass();
        var school = registration.school();
        var level = registration.level();
        return group == null || school == null || level == null
                ? Optional.empty()
                : Optional.of(new ClassAttended(
                        registration.id(),
                        registration.event(),
                        registration.session(),
                        school,
                        group.name(),
                        level,
                        pupils,
                        presumed));
    }
}
