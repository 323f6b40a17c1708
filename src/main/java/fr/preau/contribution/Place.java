package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.Session;
import fr.preau.consultation.Workshop;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A workshop, the half-day and the consultation it belongs to, and its report once there is one.
record Place(
        Workshop workshop,
        Session session,
        Consultation consultation,
        @Nullable Report report) {
    boolean isFiled() {
        return report != null;
    }

    /// Its report; a bug while none is deposited.
    Report filed() {
        return Objects.requireNonNull(report);
    }

    String path() {
        return "/consultations/rapport/" + workshop.reportKey();
    }
}
