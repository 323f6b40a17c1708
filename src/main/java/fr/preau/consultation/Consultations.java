package fr.preau.consultation;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The national consultations.
@Service
public class Consultations {
    /// The five themes of the États généraux [EGN C3], to start with.
    static final List<Theme> FIVE = List.of(
            new Theme("egal-acces", "Garantir un égal accès au numérique, réduire la fracture"),
            new Theme("enseigner", "Enseigner et apprendre, le numérique et avec le numérique"),
            new Theme("travailler-ensemble", "Travailler ensemble autrement"),
            new Theme("responsable-souverain", "Un numérique responsable et souverain"),
            new Theme("gouverner", "Gouverner et anticiper"));

    private final ConsultationRepository consultations;

    Consultations(ConsultationRepository consultations) {
        this.consultations = consultations;
    }

    public Optional<Consultation> find(ConsultationId id) {
        return consultations.find(id);
    }

    /// The latest first, drafts included.
    public List<Consultation> all() {
        return consultations.all();
    }

    /// Creates it once: with an id already there nothing is written and nothing is said.
    @Transactional
    public void create(Consultation consultation) {
        consultations.insert(consultation);
    }

    /// False, and nothing written, when someone else changed it since it was read.
    @Transactional
    public boolean change(Consultation consultation) {
        return consultations.update(consultation);
    }
}
