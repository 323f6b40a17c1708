package fr.preau.synthesis;

import fr.preau.account.PersonId;
import fr.preau.consultation.ConsultationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was published at once, and never changes but to let a text go that must: then it has another `revision`.
/// `digest` is the SHA-256 of its `datapackage.json`, which has those of the other files; nobody knows it while they
/// are being made. `withdrawn` says why it is served no more: before revisions, a text to remove took the whole.
record Publication(
        UUID id,
        ConsultationId consultation,
        int number,
        int revision,
        LocalDate day,
        String licence,
        String digest,
        PersonId by,
        @Nullable String withdrawn) {
    String path() {
        return "/consultations/%s/syntheses/%d".formatted(consultation.value(), number);
    }

    /// Where this revision's file is, and will never be another's.
    String filePath(String name) {
        return "%s/revisions/%d/fichiers/%s".formatted(path(), revision, name);
    }

    /// What its files are called together: no two revisions of any publication share it.
    String packageName() {
        return "preau-synthese-%s-%d-r%d"
                .formatted(consultation.value().toString().substring(0, 8), number, revision);
    }
}
