package fr.preau.school;

import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.registration.RegistrationId;
import fr.preau.territory.Uai;
import java.time.LocalDate;

/// A class met an event: a line of its school's orientation record. `callings` is what those they met do. Nobody is
/// named.
record OrientationLine(RegistrationId registration, Uai school, SchoolClass group, Met met, Attendance attendance) {
    record SchoolClass(String name, Audience level) {}

    record Met(EventId event, String title, String kind, String organisation, String callings, LocalDate day) {}

    /// `presumed`: nobody counted, those booked are taken to have come.
    record Attendance(int pupils, boolean presumed) {}

    SchoolYear year() {
        return SchoolYear.of(met.day());
    }

    /// As the record holds it, with what the school keeps of it.
    record Kept(OrientationLine line, String sentence, int version) {}
}
