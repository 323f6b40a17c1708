package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One project as its teachers follow it: where it stands, what is missing, what to do next.
@Controller
@RequestMapping("/espace/trophees/{id}")
class ProjectController {
    private static final Pattern EVENT = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ProjectDoor door;
    private final Workshop workshop;
    private final Attachments attachments;
    private final ProjectPages pages;

    ProjectController(ProjectDoor door, Workshop workshop, Attachments attachments, ProjectPages pages) {
        this.door = door;
        this.workshop = workshop;
        this.attachments = attachments;
        this.pages = pages;
    }

    @GetMapping
    String project(@PathVariable UUID id, Viewer viewer, Model model) {
        return pages.project(door.open(id, viewer), Form.empty(), model);
    }

    @GetMapping("/modifier")
    String form(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        var project = door.open(id, viewer);
        if (!project.allows(ProjectAction.SAVE)) {
            Notice.say(response, "Ce projet ne peut pas être modifié dans son état actuel.");
            return "redirect:" + project.at("");
        }
        var names = pages.view(project).team().stream().map(Member::name).toList();
        return pages.change(project, ProjectForm.of(project.content(), names).shown(), project.lock(), model);
    }

    @PostMapping("/modifier")
    String save(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            ProjectForm typed,
            Model model,
            HttpServletResponse response) {
        var project = door.open(id, viewer);
        var form = typed.shown();
        var read = typed.read(form, pages.years(project), pages.school(project));
        if (read.isEmpty()) {
            response.setStatus(422);
            return pages.change(project, form, ticket.lock(), model);
        }
        var outcome = workshop.save(ProjectWriting.of(project, ticket, viewer), read.get());
        if (outcome instanceof ProjectOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:" + project.at("");
        }
        response.setStatus(409);
        form.refuse(outcome.refusal());
        return pages.change(door.open(id, viewer), form, ticket.lock(), model);
    }

    @PostMapping("/soumettre")
    String submit(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, workshop.submit(door.write(id, ticket, viewer)), model, response);
    }

    @PostMapping("/reprendre")
    String takeBack(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, workshop.takeBack(door.write(id, ticket, viewer)), model, response);
    }

    @PostMapping("/abandonner")
    String discard(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, workshop.discard(door.write(id, ticket, viewer)), model, response);
    }

    @PostMapping("/retirer")
    String withdraw(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, workshop.withdraw(door.write(id, ticket, viewer)), model, response);
    }

    /// The event is named by the address of its page.
    @PostMapping("/evenements")
    String attach(
            @PathVariable UUID id,
            Viewer viewer,
            @RequestParam(defaultValue = "") String evenement,
            Model model,
            HttpServletResponse response) {
        var project = door.open(id, viewer);
        var form = Form.filled(Map.of("evenement", evenement));
        var found = EVENT.matcher(evenement);
        if (!found.find()) {
            form.refuse(
                    "evenement", "Collez l'adresse de la page de l'événement, telle que votre navigateur la montre.");
        } else {
            attachments
                    .attach(project, new EventId(UUID.fromString(found.group())), viewer.person())
                    .ifPresent(sentence -> form.refuse("evenement", sentence));
        }
        if (form.hasErrors()) {
            response.setStatus(422);
            return pages.project(project, form, model);
        }
        Notice.say(response, "Le projet est annoncé sur la page de l'événement. Son organisateur est prévenu.");
        return "redirect:" + project.at("");
    }

    @PostMapping("/evenements/{event}/retirer")
    String detach(@PathVariable UUID id, @PathVariable UUID event, Viewer viewer, HttpServletResponse response) {
        var project = door.open(id, viewer);
        attachments.detach(project.id(), new EventId(event));
        Notice.say(response, "Le projet n'est plus annoncé sur la page de cet événement.");
        return "redirect:" + project.at("");
    }

    private String answer(UUID id, Viewer viewer, ProjectOutcome outcome, Model model, HttpServletResponse response) {
        var project = door.open(id, viewer);
        if (outcome instanceof ProjectOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:" + project.at("");
        }
        response.setStatus(outcome instanceof ProjectOutcome.Incomplete ? 422 : 409);
        model.addAttribute("refusal", outcome.refusal());
        return pages.project(project, Form.empty(), model);
    }
}
