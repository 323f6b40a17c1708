package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;

/// The video of a project: where it is, and whom one sees or hears in it.
@Controller
@RequestMapping("/espace/trophees/{id}/video")
class ProjectVideoController {
    private final ProjectDoor door;
    private final Workshop workshop;
    private final ProjectPages pages;

    ProjectVideoController(ProjectDoor door, Workshop workshop, ProjectPages pages) {
        this.door = door;
        this.workshop = workshop;
        this.pages = pages;
    }

    @GetMapping
    String form(@PathVariable UUID id, Viewer viewer, Model model) {
        var project = door.open(id, viewer);
        var video = project.content().video();
        return pages.video(
                project,
                video == null ? Form.empty() : filled(video.href(), answer(video), people(video)),
                project.lock(),
                model);
    }

    /// Without an address there is no video any more.
    @PostMapping
    String save(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            PeopleShown people,
            @RequestParam(defaultValue = "") String adresse,
            Model model,
            HttpServletResponse response) {
        var project = door.open(id, viewer);
        var href = Typed.line(adresse);
        var form = filled(href, people.answer(), people.ticked());
        List<UUID> seen = href.isEmpty()
                ? List.of()
                : people.read(form, pages.view(project).team());
        if (!href.isEmpty()) {
            KnownSpaces.problem(href, pages.school(project)).ifPresent(sentence -> form.refuse("adresse", sentence));
        }
        if (form.hasErrors()) {
            response.setStatus(422);
            return pages.video(project, form, ticket.lock(), model);
        }
        var video = href.isEmpty() ? null : new ProjectContent.Video(href, seen);
        var outcome = workshop.show(ProjectWriting.of(project, ticket, viewer), video);
        if (outcome instanceof ProjectOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:" + project.at("");
        }
        response.setStatus(409);
        form.refuse(outcome.refusal());
        return pages.video(door.open(id, viewer), form, ticket.lock(), model);
    }

    private static Form filled(String href, String answer, List<String> people) {
        return Form.filled(Map.of("adresse", href, "montre", answer, "qui", people));
    }

    private static String answer(ProjectContent.Video video) {
        return video.people().isEmpty() ? PeopleShown.NOBODY : PeopleShown.PUPILS;
    }

    private static List<String> people(ProjectContent.Video video) {
        return video.people().stream().map(UUID::toString).toList();
    }
}
