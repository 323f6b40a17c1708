package fr.preau.contribution;

import fr.preau.consultation.Category;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.WorkshopId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a workshop's rapporteur deposited: who was there, the climate; its contributions are kept apart.
record Report(
        UUID id,
        WorkshopId workshop,
        SessionId session,
        ConsultationId consultation,
        String readKey,
        String climate,
        boolean paper,
        Instant filedAt,
        Instant remarksUntil,
        Map<Category, Integer> heads,
        @Nullable Validation validation) {
    Report {
        heads = Map.copyOf(heads);
    }

    enum By {
        FACILITATOR("l'animation de l'atelier"),
        COORDINATOR("la coordination");

        private final String french;

        By(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    record Validation(Instant at, By by, String earlyReason) {}

    int present() {
        return heads.values().stream().mapToInt(Integer::intValue).sum();
    }

    boolean takesRemarksAt(Instant now) {
        return validation == null && now.isBefore(remarksUntil);
    }

    boolean isValidated() {
        return validation != null;
    }

    String readPath() {
        return "/consultations/rapport/" + readKey + "/lecture";
    }
}
