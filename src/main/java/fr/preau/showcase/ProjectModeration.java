package fr.preau.showcase;

import fr.preau.account.AdministrationJournal;
import fr.preau.account.Viewer;
import fr.preau.event.ReportMark;
import fr.preau.programme.Editions;
import fr.preau.showcase.ProjectDecisionRepository.Decided;
import fr.preau.showcase.ProjectDecisionRepository.Decision;
import fr.preau.showcase.ProjectOutcome.Done;
import fr.preau.showcase.ProjectOutcome.Refused;
import fr.preau.showcase.ProjectReportRepository.Outcome;
import fr.preau.showcase.ProjectWrites.Write;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.French;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What moderators decide of projects: none is shown before it is read.
@Service
class ProjectModeration {
    /// Why not, and a sentence of the moderator's own for the teacher.
    record Reply(ProjectReason reason, String sentence) {}

    private final ProjectWrites writes;
    private final ProjectDecisionRepository decisions;
    private final GalleryRepository gallery;
    private final MemberRepository members;
    private final ProjectImageRepository images;
    private final ProjectReportRepository reports;
    private final Authorisations authorisations;
    private final Schools schools;
    private final AdministrationJournal journal;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    ProjectModeration(
            ProjectWrites writes,
            ProjectDecisionRepository decisions,
            GalleryRepository gallery,
            MemberRepository members,
            ProjectImageRepository images,
            ProjectReportRepository reports,
            Authorisations authorisations,
            Schools schools,
            AdministrationJournal journal,
            ApplicationEventPublisher news,
            Clock clock) {
        this.writes = writes;
        this.decisions = decisions;
        this.gallery = gallery;
        this.members = members;
        this.images = images;
        this.reports = reports;
        this.authorisations = authorisations;
        this.schools = schools;
        this.journal = journal;
        this.news = news;
        this.clock = clock;
    }

    List<ProjectFindingRules.Finding> findings(Project project) {
        return ProjectFindingRules.findings(new ProjectFindingRule.Subject(
                project.content(),
                names(project),
                images.find(project.content().images()),
                authorisations.rights(project.id()),
                schools.find(project.school()).orElseThrow()));
    }

    @Transactional
    ProjectOutcome accept(ProjectWriting writing) {
        return writes.write(
                writing,
                ProjectAction.ACCEPT,
                project -> new Write(
                        project.content(), "Le projet est dans la galerie : l'enseignant est prévenu.", () -> {
                            var school = schools.find(project.school())
                                    .map(School::label)
                                    .orElse("");
                            gallery.publish(project, project.content(), school, clock.instant());
                            decided(project, ProjectState.PUBLISHED, writing, "", "");
                            news.publishEvent(new ProjectPublished(
                                    project.id(),
                                    project.content().title(),
                                    !project.isListed(),
                                    authorisations.mails(project)));
                        }));
    }

    @Transactional
    ProjectOutcome requestChanges(ProjectWriting writing, Reply reply) {
        return writes.write(
                writing,
                ProjectAction.REQUEST_CHANGES,
                project -> new Write(
                        project.content(),
                        "Les modifications sont demandées à l'enseignant.",
                        () -> sendBack(project, writing, reply, false)));
    }

    @Transactional
    ProjectOutcome reject(ProjectWriting writing, Reply reply) {
        return writes.write(
                writing,
                ProjectAction.REJECT,
                project -> new Write(project.content(), "Le projet est refusé : l'enseignant est prévenu.", () -> {
                    decided(
                            project,
                            ProjectState.REJECTED,
                            writing,
                            reply.reason().french(),
                            reply.sentence());
                    news.publishEvent(new ProjectRejected(
                            project.id(),
                            project.content().title(),
                            reply.reason().french(),
                            reply.sentence(),
                            authorisations.mails(project)));
                }));
    }

    /// Reports looked at, nothing to change; `seen` are those this moderator had read.
    @Transactional
    ProjectOutcome dismissReports(ProjectWriting writing, ReportMark seen, Viewer viewer) {
        var project = writes.locked(writing);
        var overtaken = overtaken(project, seen);
        if (!overtaken.isEmpty()) {
            return isOwn(writing) ? new Done("C'est déjà enregistré.") : new Refused(overtaken);
        }
        reports.closeAll(writing, Outcome.NOTHING);
        journal.write(
                viewer, "clôt les signalements du projet", project.content().title(), "");
        return new Done("Les signalements sont clos : rien n'est à changer.");
    }

    /// Out of the gallery at once; a next version that was waiting goes back to the teacher with it. Of two who read
    /// the same reports, the second is told.
    @Transactional
    ProjectOutcome suspend(ProjectWriting writing, Reply reply, ReportMark seen, Viewer viewer) {
        return writes.write(writing, ProjectAction.SUSPEND, project -> {
            var overtaken = overtaken(project, seen);
            if (!overtaken.isEmpty()) {
                return new Refused(overtaken);
            }
            return new Write(
                    project.content(), "Le projet n'est plus dans la galerie : l'enseignant est prévenu.", () -> {
                        gallery.remove(project.id());
                        reports.closeAll(writing, Outcome.TAKEN_OFF);
                        journal.write(
                                viewer,
                                "retire de la galerie le projet",
                                project.content().title(),
                                reply.sentence());
                        sendBack(project, writing, reply, true);
                    });
        });
    }

    private boolean isOwn(ProjectWriting writing) {
        return reports.open(writing.project()).isEmpty()
                && reports.lastClosed(writing.project())
                        .filter(closing -> writing.author().value().equals(closing.by()))
                        .isPresent();
    }

    /// Why what a moderator read no longer holds; empty when it does. Behind the project's row.
    private String overtaken(Project project, ReportMark seen) {
        var mark = reports.mark(project.id());
        if (seen.holds(mark)) {
            return "";
        }
        return reports.lastClosed(project.id())
                .filter(_ -> mark.closed() != seen.closed())
                .map(closing ->
                        "%s a déjà décidé de ces signalements le %s : %s. Votre décision n'a pas été enregistrée."
                                .formatted(
                                        closing.closer(),
                                        French.moment(closing.at().atZone(Editions.PARIS)),
                                        closing.outcome().french()))
                .orElse(
                        "Un signalement vient d'arriver : lisez-le avant de décider. Rien n'a été décidé de votre part.");
    }

    private void sendBack(Project project, ProjectWriting writing, Reply reply, boolean suspended) {
        decided(project, ProjectState.CHANGES_REQUESTED, writing, reply.reason().french(), reply.sentence());
        news.publishEvent(new ProjectSentBack(
                project.id(),
                project.content().title(),
                suspended,
                reply.reason().french(),
                reply.sentence(),
                authorisations.mails(project)));
    }

    private void decided(Project project, ProjectState state, ProjectWriting by, String reason, String sentence) {
        var decision = new Decision(state, by.decider(), clock.instant(), reason, sentence);
        decisions.add(project.id(), new Decided(decision, by.author()));
    }

    private Map<UUID, String> names(Project project) {
        return members.ofProject(project.id()).stream().collect(Collectors.toMap(Member::id, Member::name));
    }
}
