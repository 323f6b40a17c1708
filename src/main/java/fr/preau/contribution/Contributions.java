package fr.preau.contribution;

import fr.preau.consultation.ConsultationId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What was said, as it may be read.
@Service
public class Contributions {
    private final ContributionRepository contributions;

    Contributions(ContributionRepository contributions) {
        this.contributions = contributions;
    }

    /// In its latest version.
    public Optional<Contribution> find(ContributionId id) {
        return contributions.find(id);
    }

    /// In their latest versions, by reference; those that are not there are left out.
    public List<Contribution> find(Collection<ContributionId> ids) {
        return contributions.find(ids);
    }

    /// Everything that may be read of a consultation, by reference.
    public List<Contribution> published(ConsultationId consultation) {
        return contributions.published(consultation);
    }

    /// Each version of what it says that everyone may read, the oldest first; the texts of a removed one are empty.
    public List<Wording> wordings(ContributionId id) {
        return contributions.wordings(id).stream().filter(Wording::seen).toList();
    }

    /// What it said in this version.
    public Optional<Wording> wording(ContributionId id, int version) {
        return wordings(id).stream()
                .filter(wording -> wording.version() == version)
                .findFirst();
    }
}
