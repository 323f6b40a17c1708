package fr.preau.contribution;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import fr.preau.contribution.AuthorTold.What;
import fr.preau.contribution.Contribution.State;
import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.contribution.DecisionRepository.Action;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a coordinator decides of one contribution. Nothing is ever deleted: masked, its words are kept out of sight for
/// a year; removed for the law, its words are erased at once; its trace and its reason stay for good (invariant C1).
/// The
/// second of two who decide is told what the first did, and that their own decision is not kept.
@Service
class Moderation {
    /// Who decides, and the token of the form: sent twice, it decides once.
    record By(Viewer viewer, UUID form) {}

    private final ContributionRepository contributions;
    private final DecisionRepository decisions;
    private final Authors authors;
    private final ObjectProvider<MaskingEffect> effects;
    private final AdministrationJournal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Moderation(
            ContributionRepository contributions,
            DecisionRepository decisions,
            Authors authors,
            ObjectProvider<MaskingEffect> effects,
            AdministrationJournal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.contributions = contributions;
        this.decisions = decisions;
        this.authors = authors;
        this.effects = effects;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /// What else masking it would change.
    List<MaskingEffect.Effect> effects(Contribution contribution) {
        return effects.orderedStream()
                .flatMap(one -> one.of(contribution).stream())
                .toList();
    }

    /// For what came online; a workshop's is published with its report.
    @Transactional
    ContributionOutcome publish(ContributionId id, By by) {
        var contribution = contributions.hold(id).orElseThrow();
        if (contribution.state() == State.PUBLISHED) {
            return new Done("La contribution %s est déjà publiée.".formatted(contribution.reference()));
        }
        if (contribution.state() != State.RECEIVED || contribution.origin() != Contribution.Origin.ONLINE) {
            return new Refused(
                    contribution.state() == State.RECEIVED
                            ? "La contribution d'un atelier est publiée avec son compte rendu."
                            : "Elle vient d'être masquée ou retirée : elle ne peut plus être publiée.");
        }
        decide(id, Action.PUBLISH, by);
        contributions.publish(List.of(id), clock.instant());
        var published = contributions.find(List.of(id));
        news.publishEvent(new ContributionsPublished(published));
        authors.tell(What.PUBLISHED, contribution, "");
        return new Done("La contribution %s est publiée.".formatted(contribution.reference()));
    }

    @Transactional
    ContributionOutcome mask(ContributionId id, MaskReason reason, String sentence, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (before.state() == State.MASKED || before.state() == State.REMOVED) {
            return again("masquée", by);
        }
        var effects = effects(before);
        decide(id, Action.MASK, by);
        contributions.mask(id, reason, sentence, clock.instant());
        gone(before, reason, sentence, "masque une contribution", by);
        return new Done("La contribution %s est masquée ; sa page dit pourquoi.%s"
                .formatted(before.reference(), after(effects)));
    }

    @Transactional
    ContributionOutcome remove(ContributionId id, MaskReason reason, String sentence, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (before.state() == State.REMOVED) {
            return again("effacée", by);
        }
        var effects = effects(before);
        decide(id, Action.REMOVE, by);
        contributions.remove(id, reason, sentence, clock.instant());
        gone(before, reason, sentence, "efface une contribution", by);
        return new Done("Le texte de %s est effacé ; sa référence, ses liens et la raison restent.%s"
                .formatted(before.reference(), after(effects)));
    }

    /// A new version of a published one: whoever leaned on the former is told. `seen` is the version that was on the
    /// page.
    @Transactional
    ContributionOutcome correct(ContributionId id, int seen, Filing.Line line, String why, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (decisions.knows(by.form())) {
            return new Done("La contribution %s a une nouvelle version.".formatted(before.reference()));
        }
        if (before.state() != State.PUBLISHED) {
            return new Refused("Seule une contribution publiée se corrige ici.");
        }
        if (before.version() != seen) {
            return new Refused(
                    "Quelqu'un d'autre l'a corrigée depuis que votre page est ouverte. Rien n'est changé de votre part : comparez avec le texte d'aujourd'hui, puis enregistrez.");
        }
        if (new Filing.Line(before.nature(), before.text(), before.room()).equals(line)) {
            return new Done("Rien n'a changé.");
        }
        decide(id, Action.CORRECT, by);
        contributions.correct(before, line, why, clock.instant());
        news.publishEvent(new ContributionCorrected(contributions.find(id).orElseThrow()));
        return new Done("La contribution %s a une nouvelle version.".formatted(before.reference()));
    }

    /// The words of one version that was corrected since; the others stay, and this one's trace with the reason.
    @Transactional
    ContributionOutcome eraseVersion(ContributionId id, int version, String why, By by) {
        var before = contributions.hold(id).orElseThrow();
        if (version == before.version()) {
            return new Refused("C'est la version d'aujourd'hui : corrigez-la d'abord, ou masquez la contribution.");
        }
        if (!contributions.eraseVersion(id, version, why)) {
            return again("effacée", by);
        }
        decide(id, Action.ERASE_VERSION, by);
        news.publishEvent(new ContributionVersionErased(before, version, why));
        journal.write(
                by.viewer(),
                "efface une version d'une contribution",
                "%s, version %d".formatted(before.reference(), version),
                why);
        return new Done(
                "La version %d de %s est effacée, partout où elle se lisait.".formatted(version, before.reference()));
    }

    private void decide(ContributionId id, Action action, By by) {
        decisions.insert(by.form(), id, action, by.viewer().person(), clock.instant());
    }

    private ContributionOutcome again(String how, By by) {
        return decisions.knows(by.form())
                ? new Done("C'est déjà enregistré.")
                : new Refused(
                        "Elle est déjà %s, par quelqu'un d'autre ou par la personne qui l'a écrite. Votre raison n'est pas enregistrée."
                                .formatted(how));
    }

    private void gone(Contribution before, MaskReason reason, String sentence, String act, By by) {
        var words = "%s. %s".formatted(reason.french(), sentence).strip();
        news.publishEvent(new ContributionMasked(contributions.find(before.id()).orElseThrow(), words));
        authors.tell(What.HIDDEN, before, words);
        journal.write(
                by.viewer(),
                act,
                "%s, %s".formatted(before.reference(), before.territory().label()),
                words);
    }

    private static String after(List<MaskingEffect.Effect> effects) {
        return effects.stream().map(effect -> " " + effect.after()).collect(Collectors.joining());
    }
}
