package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.event.ReportMark;
import fr.preau.territory.Schools;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
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

/// The queue of projects, and one project of it.
@Controller
@RequestMapping("/espace/moderation/trophees")
class ProjectModerationController {
    private static final int SENTENCE = 1000;

    private final ProjectDoor door;
    private final ProjectQueueRepository waiting;
    private final ProjectModeration moderation;
    private final ProjectPages pages;
    private final Schools schools;
    private final Clock clock;

    ProjectModerationController(
            ProjectDoor door,
            ProjectQueueRepository waiting,
            ProjectModeration moderation,
            ProjectPages pages,
            Schools schools,
            Clock clock) {
        this.door = door;
        this.waiting = waiting;
        this.moderation = moderation;
        this.pages = pages;
        this.schools = schools;
        this.clock = clock;
    }

    @GetMapping
    String queue(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        var scope = door.scope(viewer, false);
        var pager = Pager.near(page, waiting.count(scope), "/espace/moderation/trophees");
        var lines = waiting.waiting(scope, Pager.offset(pager.number()), Pager.LINES);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "schools",
                schools.find(lines.stream()
                        .map(ProjectQueueRepository.Waiting::school)
                        .distinct()
                        .toList()));
        model.addAttribute("pager", pager);
        model.addAttribute("now", clock.instant());
        return "showcase/queue";
    }

    @GetMapping("/{id}")
    String project(@PathVariable UUID id, Viewer viewer, Model model) {
        return pages.moderation(door.moderate(id, viewer), Form.empty(), model);
    }

    @GetMapping("/{id}/images/{image}")
    ResponseEntity<byte[]> image(@PathVariable UUID id, @PathVariable UUID image, Viewer viewer) {
        return pages.image(door.moderate(id, viewer), image);
    }

    @PostMapping("/{id}/accepter")
    String accept(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, moderation.accept(door.decide(id, ticket, viewer)), model, response);
    }

    @PostMapping("/{id}/refuser")
    String refuse(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            ReplyForm typed,
            @RequestParam(defaultValue = "") String vu,
            Model model,
            HttpServletResponse response) {
        var writing = door.decide(id, ticket, viewer);
        var form = typed.shown();
        var reply = typed.reply(form);
        if (!typed.is("changes") && !typed.is("reject") && !typed.is("suspend")) {
            form.refuse("decision", "Choisissez ce que vous décidez.");
        }
        if (reply.isEmpty() || form.hasErrors()) {
            response.setStatus(422);
            return pages.moderation(door.moderate(id, viewer), form, model);
        }
        var outcome = typed.is("changes")
                ? moderation.requestChanges(writing, reply.get())
                : typed.is("reject")
                        ? moderation.reject(writing, reply.get())
                        : moderation.suspend(writing, reply.get(), ReportMark.parse(vu), viewer);
        return answer(id, viewer, outcome, model, response);
    }

    /// Reports looked at, nothing to change.
    @PostMapping("/{id}/signalements")
    String closeReports(
            @PathVariable UUID id,
            Viewer viewer,
            ProjectWriting.Ticket ticket,
            @RequestParam(defaultValue = "") String vu,
            Model model,
            HttpServletResponse response) {
        var outcome = moderation.dismissReports(door.decide(id, ticket, viewer), ReportMark.parse(vu), viewer);
        return answer(id, viewer, outcome, model, response);
    }

    /// What a moderator answers.
    record ReplyForm(
            @Nullable String decision,
            @Nullable String raison,
            @Nullable String message) {
        boolean is(String asked) {
            return asked.equals(decision);
        }

        Form shown() {
            return Form.filled(Map.of("decision", of(decision), "raison", of(raison), "message", of(message)));
        }

        Optional<ProjectModeration.Reply> reply(Form form) {
            var reason = Typed.constant(ProjectReason.class, of(raison));
            var words = Typed.text(of(message));
            if (reason.isEmpty()) {
                form.refuse("raison", "Choisissez une raison.");
            }
            if (words.isEmpty() || words.length() > SENTENCE) {
                form.refuse(
                        "message",
                        "Dites à l'enseignant ce qu'il en est, en %d caractères au plus.".formatted(SENTENCE));
            }
            return form.hasErrors() ? Optional.empty() : reason.map(one -> new ProjectModeration.Reply(one, words));
        }

        private static String of(@Nullable String typed) {
            return typed == null ? "" : typed;
        }
    }

    private String answer(UUID id, Viewer viewer, ProjectOutcome outcome, Model model, HttpServletResponse response) {
        if (outcome instanceof ProjectOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/moderation/trophees";
        }
        response.setStatus(409);
        model.addAttribute("refusal", outcome.refusal());
        return pages.moderation(door.moderate(id, viewer), Form.empty(), model);
    }
}
