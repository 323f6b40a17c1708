package fr.preau.contribution;

import fr.preau.account.PersonId;
import fr.preau.contribution.Contribution.State;
import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.contribution.DecisionRepository.Action;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a coordinator decides of one contribution. Nothing is ever deleted: masked, its words are kept out of sight for
/// a year; removed for the law, its words are erased at once; its trace and its reason stay for good (invariant C1).
@Service
class Moderation {
    /// Who decides, and the token of the form: sent twice, it decides once.
    record By(PersonId person, UUID form) {}

    private final ContributionRepository contributions;
    private final DecisionRepository decisions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Moderation(
            ContributionRepository contributions,
            DecisionRepository decisions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.contributions = contributions;
        this.decisions = decisions;
        this.news = news;
        this.clock = clock;
    }

    /// For what came online; a workshop's is published with its report.
    @Transactional
    ContributionOutcome publish(ContributionId id, By by) {
        var contribution = contributions.hold(id).orElseThrow();
        if (contribution.state() == State.PUBLISHED) {
            return new Done("Cette contribution est publiée.");
        }
        if (contribution.state() != State.RECEIVED || contribution.origin() != Contribution.Origin.ONLINE) {
            return new Refused("Cette contribution ne peut pas être publiée ici.");
        }
        decisions.insert(by.form(), id, Action.PUBLISH, by.person(), clock.instant());
        contributions.publish(List.of(id), clock.instant());
        news.publishEvent(new ContributionsPublished(contributions.find(List.of(id))));
        return new Done("La contribution %s est publiée.".formatted(contribution.reference()));
    }

    @Transactional
    ContributionOutcome mask(ContributionId id, MaskReason reason, String sentence, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (before.state() == State.MASKED || before.state() == State.REMOVED) {
            return new Done("Cette contribution n'est plus visible.");
        }
        decisions.insert(by.form(), id, Action.MASK, by.person(), clock.instant());
        contributions.mask(id, reason, sentence, clock.instant());
        tell(id, reason, sentence);
        return new Done("La contribution %s est masquée ; sa page dit pourquoi.".formatted(before.reference()));
    }

    @Transactional
    ContributionOutcome remove(ContributionId id, MaskReason reason, String sentence, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (before.state() == State.REMOVED) {
            return new Done("Le texte de cette contribution est effacé.");
        }
        decisions.insert(by.form(), id, Action.REMOVE, by.person(), clock.instant());
        contributions.remove(id, reason, sentence, clock.instant());
        tell(id, reason, sentence);
        return new Done("Le texte de %s est effacé ; sa référence, ses liens et la raison restent."
                .formatted(before.reference()));
    }

    /// A new version of a published one: whoever leaned on the former is told.
    @Transactional
    ContributionOutcome correct(ContributionId id, Filing.Line line, String why, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (before.state() != State.PUBLISHED) {
            return new Refused("Seule une contribution publiée se corrige ici.");
        }
        if (new Filing.Line(before.nature(), before.text(), before.room()).equals(line)) {
            return new Done("Rien n'a changé.");
        }
        decisions.insert(by.form(), id, Action.CORRECT, by.person(), clock.instant());
        contributions.correct(before, line, why, clock.instant());
        news.publishEvent(new ContributionCorrected(contributions.find(id).orElseThrow()));
        return new Done("La contribution %s a une nouvelle version.".formatted(before.reference()));
    }

    private void tell(ContributionId id, MaskReason reason, String sentence) {
        news.publishEvent(new ContributionMasked(
                contributions.find(id).orElseThrow(),
                "%s. %s".formatted(reason.french(), sentence).strip()));
    }
}
