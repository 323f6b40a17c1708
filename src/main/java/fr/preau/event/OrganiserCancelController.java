package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Cancelling an event or one session: a page that says what will happen, a reason those registered will read.
@Controller
@RequestMapping("/espace/evenements/{id}")
class OrganiserCancelController {
    static final int REASON = 500;

    private final OrganiserDoor door;
    private final Cancelling cancelling;
    private final SeatRepository sessions;

    OrganiserCancelController(OrganiserDoor door, Cancelling cancelling, SeatRepository sessions) {
        this.door = door;
        this.cancelling = cancelling;
        this.sessions = sessions;
    }

    @GetMapping("/annuler")
    String event(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        var standing = door.open(id, viewer);
        return standing.allows(EventAction.CANCEL)
                ? page(standing, null, Form.empty(), model)
                : already("Cet événement est %s.".formatted(standing.event().state().french()), id, response);
    }

    @GetMapping("/seances/{session}/annuler")
    String session(
            @PathVariable UUID id,
            @PathVariable UUID session,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var standing = door.open(id, viewer);
        var one = session(id, session);
        return one.cancelled()
                ? already("Cette séance est déjà annulée.", id, response)
                : page(standing, one, Form.empty(), model);
    }

    @PostMapping("/annuler")
    String cancel(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var form = reason(reason);
        if (form.hasErrors()) {
            response.setStatus(422);
            return page(door.open(id, viewer), null, form, model);
        }
        var outcome = cancelling.cancel(door.write(id, ticket, viewer), Typed.line(reason));
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/evenements/" + id;
        }
        response.setStatus(409);
        return page(door.open(id, viewer), null, form.refuse(OrganiserEventController.refusal(outcome)), model);
    }

    @PostMapping("/seances/{session}/annuler")
    String cancelSession(
            @PathVariable UUID id,
            @PathVariable UUID session,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        var form = reason(reason);
        var standing = door.open(id, viewer);
        var one = session(id, session);
        if (form.hasErrors()) {
            response.setStatus(422);
            return page(standing, one, form, model);
        }
        var outcome = cancelling.cancelSession(door.write(id, ticket, viewer), one.id(), Typed.line(reason));
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/evenements/" + id;
        }
        response.setStatus(409);
        return page(door.open(id, viewer), one, form.refuse(OrganiserEventController.refusal(outcome)), model);
    }

    private static String already(String sentence, UUID id, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:/espace/evenements/" + id;
    }

    private PublishedSession session(UUID event, UUID session) {
        return sessions.find(new SessionId(session))
                .filter(one -> one.event().value().equals(event))
                .orElseThrow(new NotFound("Cette séance n'existe pas."));
    }

    static Form reason(String reason) {
        var form = Form.filled(Map.of("reason", reason));
        if (Typed.line(reason).isEmpty()) {
            form.refuse("reason", "Dites pourquoi, en une phrase : les personnes inscrites la liront.");
        }
        if (reason.length() > REASON) {
            form.refuse("reason", "Écrivez %d caractères au plus.".formatted(REASON));
        }
        return form;
    }

    private String page(Standing standing, @Nullable PublishedSession session, Form form, Model model) {
        var live = sessions.ofEvent(standing.event().id());
        model.addAttribute("standing", standing);
        model.addAttribute("session", session);
        model.addAttribute("form", form);
        var concerned = live.stream()
                .filter(one -> !one.cancelled())
                .filter(one -> session == null || one.id().equals(session.id()))
                .toList();
        model.addAttribute(
                "taken",
                concerned.stream().mapToInt(PublishedSession::taken).sum());
        model.addAttribute(
                "waiting",
                concerned.stream().mapToInt(PublishedSession::waiting).sum());
        return "event/organiserCancel";
    }
}
