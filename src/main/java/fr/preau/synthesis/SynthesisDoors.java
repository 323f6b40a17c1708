package fr.preau.synthesis;

import fr.preau.account.Door;
import fr.preau.account.Doors;
import fr.preau.account.Viewer;
import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationLinks;
import fr.preau.consultation.Consultations;
import fr.preau.web.Link;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Where syntheses are found: on the desk of those who write them, and from a consultation's public page.
@Component
@Order(67)
class SynthesisDoors implements Doors, ConsultationLinks {
    private static final int LATEST = 2;

    private final Consultations consultations;

    SynthesisDoors(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public List<Door> doorsFor(Viewer viewer) {
        if (!viewer.isPilot() && !viewer.isCoordinator()) {
            return List.of();
        }
        return consultations.all().stream()
                .filter(Consultation::isPublic)
                .limit(LATEST)
                .map(one -> new Door(
                        "/espace/consultations/%s/syntheses".formatted(one.id().value()),
                        "Synthèses : " + one.name(),
                        "Traiter tout ce qui a été reçu, écrire les énoncés, répondre aux objections."))
                .toList();
    }

    @Override
    public List<Link> linksFor(Consultation consultation) {
        return List.of(new Link(consultation.path() + "/syntheses", "Les synthèses, et d'où elles viennent"));
    }
}
