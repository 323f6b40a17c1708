package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.event.PublishedEvent;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Teachers add events to their school's programme; what they write is read outside once the head published it. What
/// the head writes on a published page is read at once.
@Service
class Recommendations {
    private final RecommendationRepository recommendations;
    private final CommitmentRepository commitments;
    private final Events events;
    private final Clock clock;

    Recommendations(
            RecommendationRepository recommendations, CommitmentRepository commitments, Events events, Clock clock) {
        this.recommendations = recommendations;
        this.commitments = commitments;
        this.events = events;
        this.clock = clock;
    }

    Optional<Recommendation> find(EditionId edition, Uai school, EventId event) {
        return recommendations.find(edition, school, event);
    }

    /// An event of this edition that may be recommended, or was before it was cancelled.
    Optional<PublishedEvent> event(EditionId edition, Uai school, EventId id) {
        return events.find(id)
                .filter(event -> event.edition().equals(edition))
                .filter(event -> !event.cancelled()
                        || recommendations.find(edition, school, id).isPresent());
    }

    /// Whether this person may change or remove it: its author, and the head.
    static boolean isFor(Viewer viewer, Uai school, Recommendation it) {
        return viewer.heads(school) || it.author().equals(viewer.person());
    }

    @Transactional
    Advice write(EditionId edition, Uai school, EventId event, String sentence, Viewer viewer) {
        if (event(edition, school, event).isEmpty()) {
            return new Advice.Unknown();
        }
        var before = recommendations.find(edition, school, event);
        if (before.isPresent() && !isFor(viewer, school, before.get())) {
            return new Advice.Colleagues();
        }
        if (before.isEmpty() && recommendations.of(edition, school).size() >= Recommendation.MOST) {
            return new Advice.TooMany();
        }
        var shown = viewer.heads(school)
                && commitments
                        .find(edition, school)
                        .filter(Commitment::isPublished)
                        .isPresent();
        var author = before.map(Recommendation::author).orElseGet(viewer::person);
        var it = new Recommendation(event, sentence, shown ? sentence : null, author, clock.instant());
        return recommendations.write(edition, school, it) ? new Advice.Written(shown) : new Advice.Colleagues();
    }

    /// False when there is none.
    @Transactional
    boolean remove(EditionId edition, Uai school, EventId event) {
        return recommendations.delete(edition, school, event);
    }
}
