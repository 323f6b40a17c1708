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
    private final ReportRepository reports;
    private final ModerationRepository waiting;
    private final Publication publication;
    private final Cancelling cancelling;
    private final Organisations organisations;
    private final Editions editions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Moderation(
            Writes writes,
            VersionRepository versions,
            ReportRepository reports,
            ModerationRepository waiting,
            Publication publication,
            Cancelling cancelling,
            Organisations organisations,
            Editions editions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.writes = writes;
        this.versions = versions;
        this.reports = reports;
        this.waiting = waiting;
        this.publication = publication;
        this.cancelling = cancelling;
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

    /// Reports looked at, nothing to change. The event is not written, so its lock stays.
    @Transactional
    Outcome dismissReports(Writing writing) {
        return reports.closeAll(writing.event(), writing, closing(writing, Report.Outcome.NOTHING)) > 0
                ? new Outcome.Done("Les signalements sont clos : rien n'est à changer.")
                : new Outcome.Stale();
    }

    /// Reports are right: the event stays visible, its organiser has something to correct. A draft the organiser was
    /// writing is what they go on from.
    @Transactional
    Outcome askAfterReports(Writing writing, Reply reply) {
        return writes.write(writing, EventAction.ASK_AFTER_REPORT, standing -> (Writes.Work) () -> {
            var latest = standing.latest();
            if (latest.state() == VersionState.DRAFT || latest.state() == VersionState.SUBMITTED) {
                versions.withdraw(latest);
            }
            var content = latest.state() == VersionState.SUBMITTED ? latest.content() : standing.toEdit();
            var asked = new Version(
                    writing.event(),
                    latest.number() + 1,
                    content,
                    VersionState.CHANGES_REQUESTED,
                    clock.instant(),
                    null,
                    null);
            versions.insert(asked, writing.author());
            versions.decide(
                    asked,
                    ruling(
                            VersionState.CHANGES_REQUESTED,
                            writing,
                            reply.reason().french(),
                            reply.sentence()));
            reports.closeAll(writing.event(), writing, closing(writing, Report.Outcome.CHANGES_ASKED));
            tellChangesRequested(standing, reply);
            return "Les modifications sont demandées à l'organisateur.";
        });
    }

    /// Reports are right and nothing can be mended: the event is taken off, those registered are told why.
    @Transactional
    Outcome cancelAfterReports(Writing writing, Reply reply) {
        return writes.write(writing, EventAction.CANCEL, standing -> (Writes.Work) () -> {
            reports.closeAll(writing.event(), writing, closing(writing, Report.Outcome.CANCELLED));
            return cancelling.cancel(
                    standing, reply.sentence().isEmpty() ? reply.reason().french() : reply.sentence());
        });
    }

    private void tellChangesRequested(Standing standing, Reply reply) {
        news.publishEvent(new ChangesRequested(
                standing.event().id(),
                standing.latest().content().title(),
                reply.reason().french(),
                reply.sentence(),
                organisations.mailsOf(standing.event().organisation())));
    }

    private VersionRepository.Ruling ruling(VersionState state, Writing by, String reason, String sentence) {
        return new VersionRepository.Ruling(state, by.author(), named(by), clock.instant(), reason, sentence);
    }

    private Report.Closing closing(Writing by, Report.Outcome outcome) {
        return new Report.Closing(named(by), clock.instant(), outcome);
    }

    private static String named(Writing by) {
        return by.name().isBlank() ? "un modérateur" : by.name();
    }
}
