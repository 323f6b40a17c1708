package fr.preau.synthesis;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import java.util.UUID;

/// Everything that was validated is published: `path` is where it is read.
public record PublicationMade(UUID publication, ConsultationId consultation, String name, int number, String path) {
    static PublicationMade of(Publication publication, Consultation consultation) {
        return new PublicationMade(
                publication.id(), consultation.id(), consultation.name(), publication.number(), publication.path());
    }
}
