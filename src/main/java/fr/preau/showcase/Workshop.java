package fr.preau.showcase;

import fr.preau.account.PersonId;
import fr.preau.programme.Editions;
import fr.preau.showcase.ProjectOutcome.Done;
import fr.preau.showcase.ProjectOutcome.Incomplete;
import fr.preau.showcase.ProjectOutcome.Refused;
import fr.preau.showcase.ProjectWrites.Write;
import fr.preau.territory.School;
import fr.preau.web.Pictures;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a school's teachers do with a project: write it, submit it, give up.
@Service
class Workshop {
    static final int IMAGES = 5;
    private static final String KEPT =
            "C'est enregistré. Soumettez le projet quand il est prêt : rien n'est public avant d'avoir été lu.";

    private final ProjectRepository projects;
    private final MemberRepository members;
    private final ProjectImageRepository images;
    private final GalleryRepository gallery;
    private final AttachmentRepository attachments;
    private final ProjectWrites writes;
    private final Authorisations authorisations;
    private final Editions editions;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Workshop(
            ProjectRepository projects,
            MemberRepository members,
            ProjectImageRepository images,
            GalleryRepository gallery,
            AttachmentRepository attachments,
            ProjectWrites writes,
            Authorisations authorisations,
            Editions editions,
            ApplicationEventPublisher news,
            Clock clock) {
        this.projects = projects;
        this.members = members;
        this.images = images;
        this.gallery = gallery;
        this.attachments = attachments;
        this.writes = writes;
        this.authorisations = authorisations;
        this.editions = editions;
        this.news = news;
        this.clock = clock;
    }

    /// A new project for the current edition, as a draft. The form's token becomes its id: sent twice, it is one
    /// project. First names are kept two years after the edition's week.
    @Transactional
    ProjectOutcome create(UUID form, PersonId author, School school, ProjectForm.Read typed) {
        var edition = editions.current().filter(current -> editions.hold(current.id()));
        if (edition.isEmpty()) {
            return new Refused("Aucune édition n'est encore annoncée : revenez quand la prochaine semaine le sera.");
        }
        var project = new Project(
                new ProjectId(form),
                edition.get().id(),
                school.uai(),
                school.departement(),
                author,
                ProjectState.DRAFT,
                typed.content(),
                null,
                null,
                edition.get().lastDay().plusYears(2),
                0,
                form);
        if (projects.insert(project, clock.instant())) {
            projects.move(project, ProjectState.DRAFT, content(project, typed), form, clock.instant());
        }
        return new Done("Votre brouillon est enregistré. Seuls les enseignants de l'établissement le voient.");
    }

    @Transactional
    ProjectOutcome save(ProjectWriting writing, ProjectForm.Read typed) {
        return change(writing, project -> content(project, typed));
    }

    @Transactional
    ProjectOutcome show(ProjectWriting writing, ProjectContent.@Nullable Video video) {
        return change(writing, project -> project.content().withVideo(video));
    }

    @Transactional
    ProjectOutcome add(ProjectWriting writing, ProjectImage image, Pictures.Kept kept) {
        return writes.write(
                writing,
                ProjectAction.SAVE,
                project -> project.content().images().size() >= IMAGES
                        ? new Refused("Un projet montre %d images au plus : retirez-en une d'abord.".formatted(IMAGES))
                        : new Write(
                                project.content().with(image.id()),
                                KEPT,
                                () -> images.insert(image, kept, clock.instant())));
    }

    @Transactional
    ProjectOutcome remove(ProjectWriting writing, UUID image) {
        return change(writing, project -> project.content().without(image));
    }

    @Transactional
    ProjectOutcome submit(ProjectWriting writing) {
        return writes.write(writing, ProjectAction.SUBMIT, project -> {
            var missing = ProjectRules.missing(project.content());
            return missing.isEmpty()
                    ? new Write(
                            project.content(),
                            "Votre projet est soumis. Vous recevrez un message quand il aura été lu.",
                            () -> news.publishEvent(new ProjectSubmitted(
                                    project.id(), project.content().title(), authorisations.mails(project))))
                    : new Incomplete(missing);
        });
    }

    @Transactional
    ProjectOutcome takeBack(ProjectWriting writing) {
        return writes.write(
                writing,
                ProjectAction.TAKE_BACK,
                project -> new Write(project.content(), "Votre projet n'est plus soumis : vous pouvez le modifier."));
    }

    @Transactional
    ProjectOutcome discard(ProjectWriting writing) {
        return writes.write(
                writing,
                ProjectAction.DISCARD,
                project -> new Write(
                        project.shown() == null ? project.content() : project.shown(),
                        "Vos modifications sont abandonnées : la version en ligne reste telle quelle."));
    }

    @Transactional
    ProjectOutcome withdraw(ProjectWriting writing) {
        return writes.write(
                writing,
                ProjectAction.WITHDRAW,
                project -> new Write(project.content(), "Le projet est retiré : plus rien n'en est public.", () -> {
                    gallery.remove(project.id());
                    attachments.removeAll(project.id());
                }));
    }

    /// What is public goes back to moderators only when something changes.
    private ProjectOutcome change(ProjectWriting writing, Rewriting changed) {
        return writes.write(writing, ProjectAction.SAVE, project -> {
            var content = changed.of(project);
            return project.state() == ProjectState.PUBLISHED && content.equals(project.content())
                    ? new Refused("Rien n'a changé par rapport à la version en ligne.")
                    : new Write(content, KEPT);
        });
    }

    @FunctionalInterface
    private interface Rewriting {
        ProjectContent of(Project project);
    }

    /// What was typed, with the images and the video that have pages of their own.
    private ProjectContent content(Project project, ProjectForm.Read typed) {
        var now = project.content();
        var words = typed.content();
        return new ProjectContent(
                words.title(),
                words.year(),
                words.level(),
                words.category(),
                words.summary(),
                words.what(),
                words.how(),
                words.source(),
                now.video(),
                words.licence(),
                team(project, typed.names()),
                words.pupils(),
                words.girls(),
                now.images());
    }

    /// A name that a version under way or public already has is the same pupil; another is someone new.
    private List<UUID> team(Project project, List<String> names) {
        var shown = project.shown();
        var known = members
                .find(Stream.concat(
                                project.content().team().stream(),
                                shown == null ? Stream.empty() : shown.team().stream())
                        .distinct()
                        .toList())
                .values()
                .stream()
                .collect(Collectors.toMap(Member::name, Member::id, (one, _) -> one));
        return names.stream().map(name -> idOf(project, name, known)).toList();
    }

    private UUID idOf(Project project, String name, Map<String, UUID> known) {
        var id = known.get(name);
        return id == null ? members.add(project.id(), name, clock.instant()).id() : id;
    }
}
