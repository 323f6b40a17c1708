package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.SessionId;
import fr.preau.territory.Uai;
import org.jspecify.annotations.Nullable;

/// Someone who comes, as the organiser sees them: what it takes to welcome them. No address, no link: most are minors,
/// and an organiser writes to them through the platform.
record Attendee(
        RegistrationId id,
        SessionId session,
        Registration.Kind kind,
        String firstName,
        @Nullable Audience level,
        @Nullable Uai school,
        Registration.@Nullable SchoolClass schoolClass,
        int seats) {
    static Attendee of(Registration registration) {
        return new Attendee(
                registration.id(),
                registration.session(),
                registration.kind(),
                registration.firstName(),
                registration.level(),
                registration.school(),
                registration.schoolClass(),
                registration.seats());
    }

    /// A class by its name, a person by their first name.
    String name() {
        return schoolClass == null ? firstName : schoolClass.name();
    }

    int pupils() {
        return schoolClass != null ? schoolClass.pupils() : kind == Registration.Kind.PUPIL ? 1 : 0;
    }

    int adults() {
        return schoolClass != null ? schoolClass.adults() : kind == Registration.Kind.ADULT ? seats : 0;
    }

    String needs() {
        return schoolClass == null ? "" : schoolClass.needs();
    }
}
