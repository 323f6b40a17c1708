package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import fr.preau.school.SchoolJournal.Action;
import fr.preau.territory.Uai;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The schools whose head put an edition in the school's yearly programme [SNSI A6], and who reads their page. Who may
/// is asked of the [Viewer] before.
@Service
public class Commitments {
    private final CommitmentRepository commitments;
    private final RecommendationRepository recommendations;
    private final SchoolJournal journal;
    private final Editions editions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Commitments(
            CommitmentRepository commitments,
            RecommendationRepository recommendations,
            SchoolJournal journal,
            Editions editions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.commitments = commitments;
        this.recommendations = recommendations;
        this.journal = journal;
        this.editions = editions;
        this.news = news;
        this.clock = clock;
    }

    public Set<Uai> committed(EditionId edition) {
        return commitments.committed(edition);
    }

    Optional<Commitment> find(EditionId edition, Uai school) {
        return commitments.find(edition, school);
    }

    /// What a link opens; empty for a key nobody was given, or a page that is a draft again.
    Optional<Commitment> findByKey(String key) {
        return LinkKey.isOne(key) ? commitments.findByKey(key) : Optional.empty();
    }

    /// Once: said again, nothing more is written.
    @Transactional
    void commit(EditionId edition, Uai school, Viewer head) {
        var now = clock.instant();
        if (editions.hold(edition) && commitments.insert(edition, school, head.person(), now)) {
            journal.note(edition, school, Action.COMMITTED, head);
            news.publishEvent(new SchoolCommitted(edition, school, now));
        }
    }

    /// The page goes with it; what was recommended stays, for the day the school comes back.
    @Transactional
    void withdraw(EditionId edition, Uai school, Viewer head) {
        if (commitments.delete(edition, school)) {
            recommendations.hideAll(edition, school);
            journal.note(edition, school, Action.WITHDREW, head);
            news.publishEvent(new SchoolWithdrew(edition, school, clock.instant()));
        }
    }

    /// Shows to whom the head chose what was written until the head read it (`read`): a sentence added meanwhile waits.
    /// False when the school takes no part.
    @Transactional
    boolean publish(Commitment commitment, Visibility visibility, Instant read, Viewer head) {
        var edition = commitment.edition();
        var school = commitment.school();
        if (commitments.find(edition, school).isEmpty()) {
            return false;
        }
        commitments.publish(edition, school, visibility, LinkKey.fresh());
        var shown = visibility == Visibility.DRAFT ? 0 : recommendations.show(edition, school, read);
        if (visibility != commitment.visibility() || shown > 0) {
            journal.note(edition, school, Action.of(visibility), head);
        }
        return true;
    }

    /// Whoever has the old link reads nothing any more. False when there was no link, or this form already did.
    @Transactional
    boolean changeLink(Commitment commitment, UUID form, Viewer head) {
        var changed = commitments.changeKey(commitment.edition(), commitment.school(), LinkKey.fresh(), form);
        if (changed) {
            journal.note(commitment.edition(), commitment.school(), Action.CHANGED_LINK, head);
        }
        return changed;
    }
}
