package fr.preau.synthesis;

import fr.preau.consultation.ConsultationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was published at once, and never changes: `digest` is the SHA-256 of its `datapackage.json`, which has those of
/// the other files. `withdrawn` says why it is served no more, when the law asked for it.
record Publication(
        UUID id,
        ConsultationId consultation,
        int number,
        LocalDate day,
        String licence,
        String digest,
        @Nullable String withdrawn) {
    String path() {
        return "/consultations/%s/syntheses/%d".formatted(consultation.value(), number);
    }
}
