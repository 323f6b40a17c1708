package fr.preau.showcase;

import fr.preau.event.Comparison;
import fr.preau.programme.Editions;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The pages of one project, for its teachers and for moderators.
@Component
class ProjectPages {
    private final MemberRepository members;
    private final ProjectImageRepository images;
    private final ProjectDecisionRepository decisions;
    private final ProjectReportRepository reports;
    private final Authorisations authorisations;
    private final Attachments attachments;
    private final ProjectModeration moderation;
    private final Schools schools;
    private final Editions editions;

    ProjectPages(
            MemberRepository members,
            ProjectImageRepository images,
            ProjectDecisionRepository decisions,
            ProjectReportRepository reports,
            Authorisations authorisations,
            Attachments attachments,
            ProjectModeration moderation,
            Schools schools,
            Editions editions) {
        this.members = members;
        this.images = images;
        this.decisions = decisions;
        this.reports = reports;
        this.authorisations = authorisations;
        this.attachments = attachments;
        this.moderation = moderation;
        this.schools = schools;
        this.editions = editions;
    }

    ProjectView view(Project project) {
        return new ProjectView(
                project,
                school(project).label(),
                members.ofProject(project.id()).stream().collect(Collectors.toMap(Member::id, Function.identity())),
                images.find(project.content().images()),
                authorisations.rights(project.id()),
                decisions.of(project.id()));
    }

    School school(Project project) {
        return schools.find(project.school()).orElseThrow();
    }

    /// Where it stands and what to do next.
    String project(Project project, Form form, Model model) {
        model.addAttribute("view", view(project));
        model.addAttribute("events", attachments.eventsOf(project.id()));
        model.addAttribute("form", form);
        return "showcase/project";
    }

    String blank(Form form, List<School> choice, Model model) {
        model.addAttribute("action", "/espace/trophees");
        model.addAttribute("project", null);
        model.addAttribute("lock", 0);
        model.addAttribute("schools", Choice.of(choice, one -> one.uai().value(), School::label));
        return fields(form, years(), model);
    }

    /// `lock` is the one the person read: kept when something is to correct.
    String change(Project project, Form form, int lock, Model model) {
        model.addAttribute("action", project.at("/modifier"));
        model.addAttribute("project", project);
        model.addAttribute("lock", lock);
        model.addAttribute("schools", List.of());
        return fields(form, years(project), model);
    }

    String images(Project project, Form form, int lock, Model model) {
        model.addAttribute("view", view(project));
        model.addAttribute("form", form);
        model.addAttribute("lock", lock);
        return "showcase/images";
    }

    String video(Project project, Form form, int lock, Model model) {
        model.addAttribute("view", view(project));
        model.addAttribute("form", form);
        model.addAttribute("lock", lock);
        return "showcase/video";
    }

    String moderation(Project project, Form form, Model model) {
        var view = view(project);
        var shown = project.shown();
        model.addAttribute("view", view);
        model.addAttribute("form", form);
        model.addAttribute("findings", project.allows(ProjectAction.ACCEPT) ? moderation.findings(project) : List.of());
        model.addAttribute(
                "comparison",
                shown == null || !project.hasNext()
                        ? null
                        : Comparison.of(view.words(shown), view.words(project.content())));
        model.addAttribute("reports", reports.open(project.id()));
        model.addAttribute("seen", reports.mark(project.id()).word());
        model.addAttribute("reasons", Choice.of(List.of(ProjectReason.values()), Enum::name, ProjectReason::french));
        return "showcase/moderation";
    }

    /// An image for those who may open the project: of this one, whatever the public may see. Kept nowhere.
    ResponseEntity<byte[]> image(Project project, UUID id) {
        return images.find(List.of(id)).stream()
                .findFirst()
                .filter(image -> image.project().equals(project.id()))
                .flatMap(image -> images.bytes(id))
                .map(kept -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(kept.mediaType()))
                        .body(kept.bytes()))
                .orElseThrow(new NotFound("Cette image n'est pas dans ce projet."));
    }

    /// School years to choose from: those the edition knows, and the one the project says already.
    List<String> years(Project project) {
        var year = project.content().year();
        var years = years();
        return year.isEmpty() || years.contains(year)
                ? years
                : Stream.concat(years.stream(), Stream.of(year)).toList();
    }

    List<String> years() {
        return editions.current()
                .map(edition -> ProjectForm.years(edition.schoolYear()))
                .orElse(List.of());
    }

    private static String fields(Form form, List<String> years, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("years", Choice.of(years, year -> year, year -> year));
        model.addAttribute("levels", Choice.of(List.of(Level.values()), Enum::name, Level::french));
        model.addAttribute("categories", Choice.of(List.of(Category.values()), Enum::name, Category::french));
        model.addAttribute("licences", Choice.of(List.of(Licence.values()), Enum::name, Licence::french));
        return "showcase/form";
    }
}
