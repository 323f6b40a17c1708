package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.contribution.Contribution.Origin;
import fr.preau.contribution.ContributionRepository.Fresh;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what is said online. Nothing of it is public before the territory's coordination has read it.
@Service
class OnlineContributions {
    private final ContributionRepository contributions;
    private final Clock clock;

    OnlineContributions(ContributionRepository contributions, Clock clock) {
        this.contributions = contributions;
        this.clock = clock;
    }

    /// As long as the consultation collects, last day included.
    boolean takes(Consultation consultation) {
        return consultation.stage() == Consultation.Stage.OPEN
                && !Days.of(clock.instant()).isAfter(consultation.calendar().collectsTo());
    }

    /// The form's token is its id: sent twice, it is one contribution.
    @Transactional
    Contribution add(Consultation consultation, ContributionId id, OnlineForm.Said said) {
        var now = clock.instant();
        contributions.insert(
                new Fresh(
                        id,
                        consultation.id(),
                        Origin.ONLINE,
                        null,
                        0,
                        said.territory(),
                        said.theme(),
                        said.line(),
                        Days.of(now)),
                now);
        return contributions.find(id).orElseThrow();
    }
}
