package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.Forbidden;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The projects of a person's schools, and how a new one begins.
@Controller
@RequestMapping("/espace/trophees")
class ProjectListController {
    private static final String STAFF =
            "Les projets sont présentés par les enseignants et la direction d'un établissement.";

    private final ProjectRepository projects;
    private final Workshop workshop;
    private final ProjectPages pages;
    private final Schools schools;

    ProjectListController(ProjectRepository projects, Workshop workshop, ProjectPages pages, Schools schools) {
        this.projects = projects;
        this.workshop = workshop;
        this.pages = pages;
        this.schools = schools;
    }

    @GetMapping
    String list(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        var pager = Pager.near(page, projects.countOf(viewer.schools()), "/espace/trophees");
        model.addAttribute("works", !viewer.schools().isEmpty());
        model.addAttribute("projects", projects.ofSchools(viewer.schools(), Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("schools", schools.find(viewer.schools()));
        model.addAttribute("pager", pager);
        return "showcase/projects";
    }

    @GetMapping("/nouveau")
    String blank(Viewer viewer, Model model) {
        var mine = mine(viewer);
        var year = pages.years().stream().findFirst().orElse("");
        var form = new ProjectForm(null, null, year, null, null, null, null, null, null, null, null, null, null);
        return pages.blank(form.shown(), mine, model);
    }

    @PostMapping
    String create(
            Viewer viewer,
            @RequestParam(required = false) @Nullable UUID jeton,
            ProjectForm typed,
            Model model,
            HttpServletResponse response) {
        var mine = mine(viewer);
        var form = typed.shown();
        var school = school(typed, mine);
        if (school.isEmpty()) {
            form.refuse("etablissement", "Choisissez l'établissement.");
        }
        var read = typed.read(form, pages.years(), school.orElse(mine.getFirst()));
        if (read.isEmpty()) {
            response.setStatus(422);
            return pages.blank(form, mine, model);
        }
        var id = jeton == null ? UUID.randomUUID() : jeton;
        if (workshop.create(id, viewer.person(), school.orElseThrow(), read.get())
                instanceof ProjectOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/trophees/" + id;
        }
        response.setStatus(409);
        form.refuse("Aucune édition n'est encore annoncée : revenez quand la prochaine semaine le sera.");
        return pages.blank(form, mine, model);
    }

    private List<School> mine(Viewer viewer) {
        Forbidden.unless(!viewer.schools().isEmpty(), STAFF);
        var mine = schools.find(viewer.schools()).values().stream()
                .sorted(Comparator.comparing(School::label))
                .toList();
        Forbidden.unless(!mine.isEmpty(), STAFF);
        return mine;
    }

    /// The one chosen, or the only one there is.
    private static Optional<School> school(ProjectForm typed, List<School> mine) {
        var asked = typed.etablissement();
        return mine.size() == 1 && (asked == null || asked.isEmpty())
                ? Optional.of(mine.getFirst())
                : Uai.parse(asked == null ? "" : asked)
                        .flatMap(uai -> mine.stream()
                                .filter(school -> school.uai().equals(uai))
                                .findFirst());
    }
}
