package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.contribution.Contribution.Origin;
import fr.preau.contribution.Contribution.State;
import fr.preau.contribution.ContributionRepository.Fresh;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what is said online. Nothing of it is public before the territory's coordination has read it.
@Service
class OnlineContributions {
    private final ContributionRepository contributions;
    private final Authors authors;
    private final Clock clock;

    OnlineContributions(ContributionRepository contributions, Authors authors, Clock clock) {
        this.contributions = contributions;
        this.authors = authors;
        this.clock = clock;
    }

    /// What came of something sent: only `Received` has a row behind it, and a letter when an address was given.
    sealed interface Sent {
        /// `path` is the author's own page.
        record Received(Contribution contribution, String path) implements Sent {}

        record Refused(String sentence) implements Sent {}
    }

    /// As long as the consultation collects, last day included.
    boolean takes(Consultation consultation) {
        return consultation.stage() == Consultation.Stage.OPEN
                && !Days.of(clock.instant()).isAfter(consultation.calendar().collectsTo());
    }

    /// The form's token makes its id: sent twice, it is one contribution; sent again with other words, or once what it
    /// sent is gone, it is told so, for nothing more would be kept.
    @Transactional
    Sent add(Consultation consultation, ContributionId id, OnlineForm.Said said) {
        var now = clock.instant();
        var fresh = contributions.insert(
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
        var there = contributions.find(id).orElseThrow();
        return fresh ? new Sent.Received(there, authors.join(there, said.mail()).path()) : again(there, said);
    }

    private Sent again(Contribution there, OnlineForm.Said said) {
        if (there.state() == State.MASKED || there.state() == State.REMOVED) {
            return new Sent.Refused(
                    "La contribution %s, envoyée de cette page, a été retirée depuis. Ce que vous venez d'écrire n'est pas enregistré : relisez-le, puis envoyez-le de nouveau."
                            .formatted(there.reference()));
        }
        if (there.version() == 1 && !said.isWhat(there)) {
            return new Sent.Refused(
                    "Cette page a déjà envoyé la contribution %s, qui ne change plus. Ce que vous venez d'écrire n'est pas enregistré : pour en faire une autre contribution, envoyez-le de nouveau."
                            .formatted(there.reference()));
        }
        return new Sent.Received(there, authors.of(there.id()).map(Author::path).orElseGet(there::path));
    }
}
