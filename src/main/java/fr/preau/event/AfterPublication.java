package fr.preau.event;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Organisations;
import fr.preau.event.Outcome.Done;
import fr.preau.event.Outcome.Refused;
import fr.preau.web.French;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What moderators decide of an event that is published, whether somebody reported it or not (decision 28). Of two who
/// read the same reports, the second is told who decided, and nothing is undone.
@Service
class AfterPublication {
    private final Writes writes;
    private final VersionRepository versions;
    private final ReportRepository reports;
    private final RulingRepository rulings;
    private final SeatRepository sessions;
    private final Cancelling cancelling;
    private final Organisations organisations;
    private final AdministrationJournal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    AfterPublication(
            Writes writes,
            VersionRepository versions,
            ReportRepository reports,
            RulingRepository rulings,
            SeatRepository sessions,
            Cancelling cancelling,
            Organisations organisations,
            AdministrationJournal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.writes = writes;
        this.versions = versions;
        this.reports = reports;
        this.rulings = rulings;
        this.sessions = sessions;
        this.cancelling = cancelling;
        this.organisations = organisations;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    /// Why nothing of what `moderating` read holds any more; empty when it does.
    @Transactional
    String overtaken(Moderating moderating) {
        return overtaken(moderating, reports.mark(moderating.event()));
    }

    /// Reports looked at, nothing to change. The event is not written, so its organiser's pages stay good.
    @Transactional
    Outcome dismiss(Moderating moderating) {
        var overtaken = overtaken(moderating, reports.lockedMark(moderating.event()));
        if (!overtaken.isEmpty()) {
            return reports.areClosedBy(
                            moderating.event(), moderating.writing().author(), Report.Outcome.NOTHING)
                    ? new Done("C'est déjà enregistré.")
                    : new Refused(overtaken);
        }
        close(moderating, Report.Outcome.NOTHING);
        rule(moderating, Ruling.What.REPORTS_CLOSED, "", "");
        journal(
                moderating,
                writes.standing(moderating.event()).orElseThrow(),
                "clôt les signalements de l'événement",
                "");
        return new Done("Les signalements sont clos : rien n'est à changer.");
    }

    /// Something is to be corrected: the event stays visible, a draft the organiser was writing is what they go on from.
    @Transactional
    Outcome sendBack(Moderating moderating, Moderation.Reply reply) {
        return decide(moderating, EventAction.SEND_BACK, standing -> {
            askAgain(standing, moderating, reply);
            close(moderating, Report.Outcome.CHANGES_ASKED);
            journal(moderating, standing, "demande des modifications de l'événement", reply.sentence());
            news.publishEvent(new ChangesRequested(
                    moderating.event(),
                    standing.published().title(),
                    reply.reason().french(),
                    reply.sentence(),
                    organisations.mailsOf(standing.event().organisation()),
                    true));
            return "Les modifications sont demandées à l'organisateur. L'événement reste visible.";
        });
    }

    /// Nothing can be mended: the event is taken off, those registered are told why, and so is its organiser.
    @Transactional
    Outcome cancel(Moderating moderating, Moderation.Reply reply) {
        return decide(moderating, EventAction.CANCEL, standing -> {
            close(moderating, Report.Outcome.CANCELLED);
            rule(moderating, Ruling.What.CANCELLED, reply.reason().french(), reply.sentence());
            journal(moderating, standing, "annule l'événement", reply.sentence());
            cancelling.announce(standing, reply.sentence(), EventCancelled.By.MODERATORS);
            news.publishEvent(new CancelledByModerators(
                    moderating.event(),
                    standing.published().title(),
                    reply.reason().french(),
                    reply.sentence(),
                    moderating.authority(),
                    toTell(standing)));
            return "L'événement est annulé. L'organisateur et les personnes inscrites sont prévenus.";
        });
    }

    private interface Deed {
        String on(Standing standing);
    }

    /// Behind the event's row: nobody decides between the look at the reports and the decision.
    private Outcome decide(Moderating moderating, EventAction action, Deed deed) {
        return writes.write(moderating.writing(), action, standing -> {
            var overtaken = overtaken(moderating, reports.lockedMark(moderating.event()));
            if (!overtaken.isEmpty()) {
                return new Refused(overtaken);
            }
            if (action == EventAction.CANCEL && cancelling.isOver(sessions.ofEvent(moderating.event()))) {
                return new Refused("Cet événement a déjà eu lieu : il ne peut plus être annulé.");
            }
            return (Writes.Work) () -> deed.on(standing);
        });
    }

    private String overtaken(Moderating moderating, ReportMark mark) {
        if (mark.equals(moderating.seen())) {
            return "";
        }
        return reports.lastClosed(moderating.event())
                .filter(_ -> mark.closed() != moderating.seen().closed())
                .map(closing -> "%s a déjà décidé de ces signalements le %s : %s. Votre décision n'a pas été enregistrée."
                        .formatted(
                                closing.closer(),
                                French.moment(closing.at().atZone(EventContent.PARIS)),
                                closing.outcome().french()))
                .orElse("Un signalement vient d'arriver : lisez-le avant de décider. Rien n'a été décidé de votre part.");
    }

    private void askAgain(Standing standing, Moderating moderating, Moderation.Reply reply) {
        var latest = standing.latest();
        if (latest.state() == VersionState.DRAFT || latest.state() == VersionState.SUBMITTED) {
            versions.withdraw(latest);
        }
        var content = latest.state() == VersionState.SUBMITTED ? latest.content() : standing.toEdit();
        var asked = new Version(
                moderating.event(),
                latest.number() + 1,
                content,
                VersionState.CHANGES_REQUESTED,
                clock.instant(),
                null,
                null);
        versions.insert(asked, moderating.writing().author());
        versions.decide(
                asked,
                new VersionRepository.Ruling(
                        VersionState.CHANGES_REQUESTED,
                        moderating.writing().author(),
                        moderating.decider(),
                        clock.instant(),
                        reply.reason().french(),
                        reply.sentence()));
    }

    private List<String> toTell(Standing standing) {
        var mails = organisations.mailsOf(standing.event().organisation());
        var contact = standing.published().contactMail();
        return !mails.isEmpty() ? mails : contact.isEmpty() ? List.of() : List.of(contact);
    }

    private void close(Moderating moderating, Report.Outcome outcome) {
        reports.closeAll(
                moderating.event(),
                moderating.writing(),
                new Report.Closing(moderating.decider(), clock.instant(), outcome));
    }

    private void rule(Moderating moderating, Ruling.What what, String reason, String sentence) {
        rulings.insert(
                moderating.writing(),
                new Ruling(what, moderating.decider(), moderating.authority(), clock.instant(), reason, sentence));
    }

    private void journal(Moderating moderating, Standing standing, String act, String reason) {
        journal.write(moderating.viewer(), act, standing.published().title(), reason);
    }
}
