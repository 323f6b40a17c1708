package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What moderators do with an event that is published: close its reports, ask for changes, cancel it.
@Controller
@RequestMapping("/espace/moderation/{id}")
class AfterPublicationController {
    private final ModerationDoor door;
    private final AfterPublication after;
    private final ModerationPages pages;

    AfterPublicationController(ModerationDoor door, AfterPublication after, ModerationPages pages) {
        this.door = door;
        this.after = after;
        this.pages = pages;
    }

    private record Asked(UUID id, Viewer viewer, Model model, HttpServletResponse response) {}

    /// With reports or without: `vu` says which of them the moderator had read.
    @PostMapping({"/signalements", "/suite"})
    String decide(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            @RequestParam(defaultValue = "") String vu,
            ReplyForm typed,
            Model model,
            HttpServletResponse response) {
        var moderating = door.afterPublication(id, ticket, vu, viewer);
        var asked = new Asked(id, viewer, model, response);
        if (typed.decision().equals("nothing")) {
            return answer(asked, after.dismiss(moderating), moderating);
        }
        var form = typed.shown();
        var reply = typed.reply(form);
        if (reply.isEmpty() || !typed.isOneOf(form, "changes", "cancel")) {
            response.setStatus(422);
            return pages.event(door.open(id, viewer), form, viewer, model);
        }
        return typed.decision().equals("cancel")
                ? confirm(asked, moderating, form)
                : answer(asked, after.sendBack(moderating, reply.get()), moderating);
    }

    @GetMapping("/annuler")
    String ask(@PathVariable UUID id, Viewer viewer, Model model) {
        door.afterPublication(id, new OrganiserDoor.Ticket(null, 0), "", viewer);
        return pages.cancel(door.open(id, viewer), Form.empty(), model);
    }

    @PostMapping("/annuler")
    String cancel(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            @RequestParam(defaultValue = "") String vu,
            ReplyForm typed,
            Model model,
            HttpServletResponse response) {
        var moderating = door.afterPublication(id, ticket, vu, viewer);
        var form = typed.shown();
        var reply = typed.reply(form);
        if (reply.isEmpty()) {
            response.setStatus(422);
            return pages.cancel(door.open(id, viewer), form, model);
        }
        return answer(new Asked(id, viewer, model, response), after.cancel(moderating, reply.get()), moderating);
    }

    /// Asked once more, with who is concerned; unless somebody decided meanwhile.
    private String confirm(Asked asked, Moderating moderating, Form form) {
        var standing = door.open(asked.id(), asked.viewer());
        var overtaken = after.overtaken(moderating);
        if (standing.event().lock() != moderating.writing().lock()) {
            return answer(asked, new Outcome.Stale(), moderating);
        }
        return overtaken.isEmpty()
                ? pages.cancel(standing, form, asked.model())
                : answer(asked, new Outcome.Refused(overtaken), moderating);
    }

    private String answer(Asked asked, Outcome outcome, Moderating moderating) {
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(asked.response(), sentence);
            return "redirect:/espace/moderation/" + asked.id();
        }
        asked.response().setStatus(409);
        var standing = door.open(asked.id(), asked.viewer());
        asked.model().addAttribute("refusal", pages.overtaken(standing, outcome, moderating.writing()));
        return pages.event(standing, Form.empty(), asked.viewer(), asked.model());
    }
}
