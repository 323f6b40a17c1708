package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The authorisations of a project, recorded from paper by its teachers. What is recorded counts at once, whatever
/// moderators are reading.
@Controller
@RequestMapping("/espace/trophees/{id}/autorisations")
class AuthorisationController {
    private final ProjectDoor door;
    private final ProjectPages pages;
    private final Authorisations authorisations;

    AuthorisationController(ProjectDoor door, ProjectPages pages, Authorisations authorisations) {
        this.door = door;
        this.pages = pages;
        this.authorisations = authorisations;
    }

    @GetMapping
    String list(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = door.open(id, viewer);
        return page(project, Form.filled(Map.of("fin", project.namesUntil())), model);
    }

    @PostMapping
    String record(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            AuthorisationForm typed,
            Model model,
            HttpServletResponse response) {
        var project = door.open(id, viewer);
        var form = typed.shown();
        var given = typed.read(form, ticket.form(), project, pages.view(project).team(), authorisations.today());
        if (given.isEmpty()) {
            response.setStatus(422);
            return page(project, form, model);
        }
        authorisations.record(given.get(), viewer.person());
        Notice.say(response, "L'autorisation est enregistrée. Gardez le papier dans l'établissement.");
        return "redirect:" + project.at("/autorisations");
    }

    @PostMapping("/{authorisation}/retrait")
    String withdraw(
            @PathVariable UUID id, @PathVariable UUID authorisation, Viewer viewer, HttpServletResponse response) {
        var project = door.open(id, viewer);
        var given = authorisations.of(project.id()).stream()
                .filter(one -> one.id().equals(authorisation))
                .findFirst()
                .orElseThrow(new NotFound("Cette autorisation n'est pas dans ce projet."));
        authorisations.withdraw(given, Authorisation.Withdrawer.SCHOOL);
        Notice.say(response, "L'autorisation est retirée : ce qu'elle permettait de montrer est caché dès maintenant.");
        return "redirect:" + project.at("/autorisations");
    }

    /// A sheet to print and sign, with the family's own address to take it back.
    @GetMapping("/{member}/feuille")
    String sheet(@PathVariable UUID id, @PathVariable UUID member, Viewer viewer, Model model) {
        var view = pages.view(door.open(id, viewer));
        var pupil = view.members().get(member);
        if (pupil == null) {
            throw new NotFound("Cet élève n'est pas dans ce projet.");
        }
        model.addAttribute("view", view);
        model.addAttribute("member", pupil);
        return "showcase/sheet";
    }

    private String page(Project project, Form form, Model model) {
        var view = pages.view(project);
        model.addAttribute("view", view);
        model.addAttribute("authorisations", authorisations.of(project.id()));
        model.addAttribute("today", authorisations.today());
        model.addAttribute("form", form);
        model.addAttribute("team", Choice.of(view.team(), member -> member.id().toString(), Member::name));
        model.addAttribute("purposes", Choice.of(List.of(Purpose.values()), Enum::name, Purpose::french));
        model.addAttribute("givers", Choice.of(List.of(Giver.values()), Enum::name, Giver::french));
        return "showcase/authorisations";
    }
}
