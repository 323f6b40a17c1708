package fr.preau.contribution;

import fr.preau.consultation.ConsultationId;
import fr.preau.wording.Basis;
import fr.preau.wording.Related;
import fr.preau.wording.RelatedTexts;
import fr.preau.wording.Wordings;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// « Voir aussi »: published contributions of the same theme that share telling words with what is being written, from
/// every territory. The index is in memory, filled when first asked and brought up to date at each question; it decides
/// nothing and blocks nothing.
@Component
class SeeAlso {
    private static final int MOST = 5;
    /// Transactions that were still open when we last looked may have written just before.
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    record Found(List<Contribution> contributions, Basis basis) {}

    private final ContributionRepository contributions;
    private final Wordings wordings;
    private final Clock clock;
    private @Nullable RelatedTexts index;
    private @Nullable Instant upTo;

    SeeAlso(ContributionRepository contributions, Wordings wordings, Clock clock) {
        this.contributions = contributions;
        this.wordings = wordings;
        this.clock = clock;
    }

    /// Empty when nothing is close.
    Optional<Found> to(String text, ConsultationId consultation, String theme) {
        var related = refreshed().like(text, shelf(consultation, theme), Set.of(), MOST);
        var found = contributions.find(related.stream().map(SeeAlso::id).toList()).stream()
                .filter(one -> one.state() == Contribution.State.PUBLISHED)
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Found(
                        related.stream()
                                .map(SeeAlso::id)
                                .flatMap(id ->
                                        found.stream().filter(one -> one.id().equals(id)))
                                .toList(),
                        related.getFirst().basis()));
    }

    private synchronized RelatedTexts refreshed() {
        var now = clock.instant();
        var texts = index == null ? wordings.relatedTexts() : index;
        index = texts;
        // A clock that was put back says nothing of what was read: everything is read again.
        var since = upTo == null || now.isBefore(upTo) ? Instant.EPOCH : upTo.minus(OVERLAP);
        for (var contribution : contributions.changedSince(since)) {
            var id = contribution.id().value().toString();
            if (contribution.state() == Contribution.State.PUBLISHED) {
                texts.put(id, shelf(contribution.consultation(), contribution.theme()), contribution.text());
            } else {
                texts.forget(id);
            }
        }
        upTo = now;
        return texts;
    }

    private static String shelf(ConsultationId consultation, String theme) {
        return consultation.value() + " " + theme;
    }

    private static ContributionId id(Related related) {
        return new ContributionId(UUID.fromString(related.id()));
    }

    @PreDestroy
    synchronized void close() {
        if (index != null) {
            index.close();
        }
    }
}
