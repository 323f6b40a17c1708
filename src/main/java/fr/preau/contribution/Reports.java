package fr.preau.contribution;

import fr.preau.consultation.Consultations;
import fr.preau.consultation.Session;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.Sessions;
import fr.preau.consultation.Workshop;
import fr.preau.contribution.Contribution.Origin;
import fr.preau.contribution.Contribution.State;
import fr.preau.contribution.ContributionOutcome.Done;
import fr.preau.contribution.ContributionOutcome.Refused;
import fr.preau.contribution.ContributionRepository.Fresh;
import fr.preau.web.French;
import fr.preau.web.LinkKey;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// From the rapporteur's deposit to the validation that publishes: a text is frozen when it is deposited, open to the
/// participants' remarks for 72 hours, corrected by new versions, then validated.
@Service
class Reports {
    private static final Duration OPEN = Duration.ofDays(3);
    private static final String VALIDATED =
            "Ce compte rendu est validé : seule la coordination du territoire corrige encore ses contributions.";

    private final ReportRepository reports;
    private final RemarkRepository remarks;
    private final ContributionRepository contributions;
    private final Consultations consultations;
    private final Sessions sessions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            RemarkRepository remarks,
            ContributionRepository contributions,
            Consultations consultations,
            Sessions sessions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.reports = reports;
        this.remarks = remarks;
        this.contributions = contributions;
        this.consultations = consultations;
        this.sessions = sessions;
        this.news = news;
        this.clock = clock;
    }

    /// A workshop with what is around it.
    Optional<Place> behind(String reportKey) {
        return sessions.workshopToReport(reportKey).map(this::place);
    }

    Optional<Place> read(String readKey) {
        return LinkKey.isOne(readKey)
                ? reports.behind(readKey)
                        .flatMap(report -> sessions.workshop(report.workshop()))
                        .map(this::place)
                : Optional.empty();
    }

    List<Report> of(SessionId session) {
        return reports.of(session);
    }

    List<Remark> remarks(Report report) {
        return remarks.of(report.id());
    }

    List<Contribution> contributions(Report report) {
        return contributions.of(report);
    }

    /// Deposits it once: the form sent again is told that it was received, and another one that the place is taken.
    @Transactional
    ContributionOutcome file(Place place, UUID form, Filing filing) {
        var now = clock.instant();
        var session = place.session();
        var report = new Report(
                form,
                place.workshop().id(),
                session.id(),
                session.consultation(),
                LinkKey.fresh(),
                filing.climate(),
                filing.paper(),
                now,
                now.plus(OPEN),
                filing.heads(),
                null);
        if (!reports.insert(report)) {
            return again(place, form);
        }
        var position = 0;
        for (var line : filing.lines()) {
            contributions.insert(
                    new Fresh(
                            new ContributionId(UUID.randomUUID()),
                            session.consultation(),
                            filing.paper() ? Origin.PAPER : Origin.WORKSHOP,
                            report,
                            position++,
                            session.territory(),
                            place.workshop().theme(),
                            line,
                            session.day()),
                    now);
        }
        news.publishEvent(new ReportFiled(report.workshop(), report.readKey(), report.remarksUntil()));
        return new Done("Le compte rendu est déposé : %s."
                .formatted(French.count(filing.lines().size(), "contribution", "contributions")));
    }

    private ContributionOutcome again(Place place, UUID form) {
        var first = reports.of(place.workshop().id()).orElseThrow();
        return first.id().equals(form)
                ? new Done("Ce compte rendu est déjà reçu : il n'a pas été déposé deux fois.")
                : new Refused(
                        "Un autre compte rendu de cet atelier est déjà déposé. Ce que vous avez écrit n'est pas enregistré : recopiez ce qui manque dans une remarque, sur la page de relecture.");
    }

    @Transactional
    ContributionOutcome remark(Report asked, Remark remark) {
        var report = reports.hold(asked.id()).orElseThrow();
        if (!report.takesRemarksAt(clock.instant())) {
            return new Refused("Les remarques sont closes depuis le %s."
                    .formatted(French.moment(Days.moment(report.remarksUntil()))));
        }
        remarks.insert(report.id(), remark);
        return new Done("Votre remarque est envoyée à la personne qui a écrit le compte rendu.");
    }

    @Transactional
    ContributionOutcome answer(Report asked, UUID remark, Remark.Outcome outcome, String answer) {
        var report = reports.hold(asked.id()).orElseThrow();
        if (report.isValidated()) {
            return new Refused(VALIDATED);
        }
        return remarks.answer(report.id(), remark, outcome, answer, clock.instant())
                ? new Done("Votre réponse est gardée.")
                : new Refused(
                        "Quelqu'un a déjà répondu à cette remarque : la réponse gardée est sur la page. La vôtre n'est pas enregistrée.");
    }

    /// A new version of one of its contributions, as long as it is not validated. `seen` is the version that was on the
    /// page: what somebody else corrected meanwhile is not undone.
    @Transactional
    ContributionOutcome correct(Report asked, ContributionId id, int seen, Filing.Line line, String why) {
        var report = reports.hold(asked.id()).orElseThrow();
        var before = contributions.hold(id).orElseThrow();
        if (report.isValidated() || before.state() != State.RECEIVED) {
            return new Refused(VALIDATED);
        }
        var same = new Filing.Line(before.nature(), before.text(), before.room()).equals(line);
        if (!same && before.version() != seen) {
            return new Refused(
                    "Quelqu'un d'autre l'a corrigée depuis que votre page est ouverte : le texte d'aujourd'hui est « %s ». Le vôtre n'est pas enregistré ; enregistrez-le de nouveau s'il doit le remplacer."
                            .formatted(before.text()));
        }
        if (!same) {
            contributions.correct(before, line, why, clock.instant());
        }
        return new Done("La contribution %s est corrigée.".formatted(before.reference()));
    }

    /// The facilitator waits for the end of the remarks; the coordination may be earlier, with a reason. Nobody
    /// validates over an unanswered remark, nor what they have not read: `seen` is the [#standing] of the page.
    @Transactional
    ContributionOutcome validate(Report asked, String seen, Report.By by, String earlyReason) {
        var now = clock.instant();
        var report = reports.hold(asked.id()).orElseThrow();
        if (report.isValidated()) {
            return new Done("Ce compte rendu est déjà validé.");
        }
        if (!standing(report).equals(seen)) {
            return new Refused(
                    "Le compte rendu a changé depuis que votre page est ouverte : quelqu'un l'a corrigé ou a fait une remarque. Relisez-le, puis validez.");
        }
        if (remarks.of(report.id()).stream().anyMatch(remark -> !remark.isAnswered())) {
            return new Refused("Répondez d'abord à chaque remarque : corriger, ou garder en disant pourquoi.");
        }
        if (report.takesRemarksAt(now) && (by == Report.By.FACILITATOR || earlyReason.isEmpty())) {
            return new Refused("Les participants peuvent encore faire des remarques jusqu'au %s."
                    .formatted(French.moment(Days.moment(report.remarksUntil()))));
        }
        reports.validate(report.id(), new Report.Validation(now, by, earlyReason));
        publish(report);
        return new Done("Le compte rendu est validé, ses contributions sont publiées.");
    }

    /// Changes with every correction, remark and answer, and never comes back: what someone has read of it.
    String standing(Report report) {
        var versions = contributions.of(report).stream()
                .mapToInt(Contribution::version)
                .sum();
        var all = remarks.of(report.id());
        var answered = all.stream().filter(Remark::isAnswered).count();
        return "%d.%d.%d".formatted(versions, all.size(), answered);
    }

    private void publish(Report report) {
        var waiting = contributions.of(report).stream()
                .filter(contribution -> contribution.state() == State.RECEIVED)
                .map(Contribution::id)
                .toList();
        contributions.publish(waiting, clock.instant());
        news.publishEvent(new ContributionsPublished(contributions.find(waiting)));
    }

    private Place place(Workshop workshop) {
        var session = sessions.find(workshop.session()).orElseThrow();
        return new Place(
                workshop,
                session,
                consultations.find(session.consultation()).orElseThrow(),
                reports.of(workshop.id()).orElse(null));
    }

    boolean takesRemarks(Report report) {
        return report.takesRemarksAt(clock.instant());
    }

    /// Whether the half-day has begun, so that there is something to report.
    boolean maySpeakOf(Session session) {
        return !session.isCancelled()
                && !clock.instant().isBefore(session.starts().toInstant());
    }
}
