package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.PictureDesk;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The images of a project, on a page of their own: a file cannot come back when a long form has something to correct.
@Controller
@RequestMapping("/espace/trophees/{id}/images")
class ProjectImageController {
    private static final int ALTERNATIVE = 300;

    private final ProjectDoor door;
    private final Workshop workshop;
    private final ProjectPages pages;
    private final PictureDesk desk;

    ProjectImageController(ProjectDoor door, Workshop workshop, ProjectPages pages, PictureDesk desk) {
        this.desk = desk;
        this.door = door;
        this.workshop = workshop;
        this.pages = pages;
    }

    @GetMapping
    String form(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = door.open(id, viewer);
        return pages.images(project, Form.empty(), project.lock(), model);
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            PeopleShown people,
            @RequestParam(defaultValue = "") String alternative,
            @RequestParam @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var project = door.open(id, viewer);
        var form = Form.filled(
                Map.of("alternative", alternative, "montre", people.answer(), "qui", people.ticked(), "file", ""));
        if (ticket.isStale(project)) { // before an image is decoded for nothing
            return answer(id, viewer, new ProjectOutcome.Stale(), form, model, response);
        }
        var kept = desk.receive(file, form);
        var words = Typed.line(alternative);
        if (words.isEmpty() || words.length() > ALTERNATIVE) {
            form.refuse("alternative", "Décrivez l'image en %d caractères au plus.".formatted(ALTERNATIVE));
        }
        var shown = people.read(form, pages.view(project).team());
        if (form.hasErrors() || kept.isEmpty()) {
            response.setStatus(422);
            return pages.images(project, form, ticket.lock(), model);
        }
        var image = new ProjectImage(ticket.form(), project.id(), words, shown);
        var outcome = workshop.add(ProjectWriting.of(project, ticket, viewer), image, kept.get());
        return answer(id, viewer, outcome, form, model, response);
    }

    @PostMapping("/{image}/retirer")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID image,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        var outcome = workshop.remove(door.write(id, ticket, viewer), image);
        return answer(id, viewer, outcome, Form.empty(), model, response);
    }

    @GetMapping("/{image}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID image, Viewer viewer) {
        return pages.image(door.open(id, viewer), image);
    }

    private String answer(
            UUID id, Viewer viewer, ProjectOutcome outcome, Form form, Model model, HttpServletResponse response) {
        var project = door.open(id, viewer);
        if (outcome instanceof ProjectOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:" + project.at("/images");
        }
        response.setStatus(409);
        form.refuse(outcome.refusal());
        return pages.images(project, form, project.lock(), model);
    }
}
