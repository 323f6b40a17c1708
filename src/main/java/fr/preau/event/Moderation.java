package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.programme.Editions;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What moderators decide: every event is validated before it is listed [SNSI A3].
@Service
class Moderation {
    /// Why not, and a sentence of the moderator's own for the organiser.
    record Reply(ModerationReason reason, String sentence) {}

    private final Writes writes;
    private final VersionRepository versions;
    private final ModerationRepository waiting;
    private final Publication publication;
    private final Organisations organisations;
    private final Editions editions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Moderation(
            Writes writes,
            VersionRepository versions,
            ModerationRepository waiting,
            Publication publication,
            Organisations organisations,
            Editions editions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.writes = writes;
        this.versions = versions;
        this.waiting = waiting;
        this.publication = publication;
        this.organisations = organisations;
        this.editions = editions;
        this.news = news;
        this.clock = clock;
    }

    List<Finding> findings(EventRecord event, EventContent content) {
        var edition = editions.find(event.edition()).orElseThrow();
        return FindingRules.findings(
                new FindingRule.Subject(content, edition, waiting.similar(event, content.title())));
    }

    /// The same for whoever wrote it: of others' events, only those that everyone can see.
    List<Finding> findingsForAuthor(EventRecord event, EventContent content) {
        var edition = editions.find(event.edition()).orElseThrow();
        var similar = waiting.similar(event, content.title()).stream()
                .filter(other -> other.sameOrganisation() || other.published())
                .toList();
        return FindingRules.findings(new FindingRule.Subject(content, edition, similar));
    }

    @Transactional
    Outcome accept(Writing writing) {
        return writes.write(writing, EventAction.ACCEPT, standing -> (Writes.Work) () -> {
            versions.decide(standing.latest(), ruling(VersionState.APPROVED, writing, "", ""));
            publication.publish(standing.event(), standing.latest().content());
            return "L'événement est publié : l'organisateur est prévenu.";
        });
    }

    @Transactional
    Outcome requestChanges(Writing writing, Reply reply) {
        return writes.write(writing, EventAction.REQUEST_CHANGES, standing -> (Writes.Work) () -> {
            versions.decide(
                    standing.latest(),
                    ruling(
                            VersionState.CHANGES_REQUESTED,
                            writing,
                            reply.reason().french(),
                            reply.sentence()));
            tellChangesRequested(standing, reply);
            return "Les modifications sont demandées à l'organisateur.";
        });
    }

    @Transactional
    Outcome reject(Writing writing, Reply reply) {
        return writes.write(writing, EventAction.REJECT, standing -> (Writes.Work) () -> {
            versions.decide(
                    standing.latest(),
                    ruling(VersionState.REJECTED, writing, reply.reason().french(), reply.sentence()));
            news.publishEvent(new EventRejected(
                    writing.event(),
                    standing.latest().content().title(),
                    reply.reason().french(),
                    reply.sentence(),
                    organisations.mailsOf(standing.event().organisation())));
            return "La proposition est refusée : l'organisateur est prévenu.";
        });
    }

    private void tellChangesRequested(Standing standing, Reply reply) {
        news.publishEvent(new ChangesRequested(
                standing.event().id(),
                standing.latest().content().title(),
                reply.reason().french(),
                reply.sentence(),
                organisations.mailsOf(standing.event().organisation()),
                standing.approved() != null));
    }

    private VersionRepository.Ruling ruling(VersionState state, Writing by, String reason, String sentence) {
        return new VersionRepository.Ruling(state, by.author(), by.decider(), clock.instant(), reason, sentence);
    }
}
