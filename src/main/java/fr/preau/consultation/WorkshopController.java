package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.web.Choice;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The workshops of a session, for its coordinator.
@Controller
@RequestMapping(SessionController.HOME + "/sessions/{id}/ateliers")
class WorkshopController {
    private final Desk.Keys keys;
    private final SessionDesk sessionDesk;
    private final SessionActs acts;

    WorkshopController(Desk.Keys keys, SessionDesk sessionDesk, SessionActs acts) {
        this.keys = keys;
        this.sessionDesk = sessionDesk;
        this.acts = acts;
    }

    @GetMapping("/nouveau")
    String blank(@PathVariable UUID id, Viewer viewer, Model model) {
        return page(keys.open(id, viewer), null, Form.filled(Map.of("places", List.of("30"))), model);
    }

    @PostMapping
    String add(
            @PathVariable UUID id,
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var desk = keys.open(id, viewer);
        var fields = new Fields(typed);
        var workshop = new WorkshopForm(fields).read(jeton, desk.session(), desk.consultation(), null);
        return answered(desk, null, workshop == null ? null : sessionDesk.add(workshop), fields, model, response);
    }

    @GetMapping("/{workshop}")
    String edit(@PathVariable UUID id, @PathVariable UUID workshop, Viewer viewer, Model model) {
        var desk = keys.open(id, viewer);
        var found = found(desk, workshop);
        return page(desk, found, Form.filled(WorkshopForm.of(found)), model);
    }

    @PostMapping("/{workshop}")
    String change(
            @PathVariable UUID id,
            @PathVariable UUID workshop,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var desk = keys.open(id, viewer);
        var before = found(desk, workshop);
        var fields = new Fields(typed);
        var read = new WorkshopForm(fields).read(workshop, desk.session(), desk.consultation(), before);
        return answered(desk, before, read == null ? null : sessionDesk.change(read), fields, model, response);
    }

    @GetMapping("/{workshop}/retrait")
    String askToRemove(@PathVariable UUID id, @PathVariable UUID workshop, Viewer viewer, Model model) {
        var desk = keys.open(id, viewer);
        return askToRemove(desk, found(desk, workshop), Form.empty(), model);
    }

    @PostMapping("/{workshop}/retrait")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID workshop,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var desk = keys.open(id, viewer);
        var found = found(desk, workshop);
        var fields = new Fields(typed);
        var reason = Cancelling.reason(fields, desk.session());
        if (fields.hasErrors()) {
            response.setStatus(422);
            return askToRemove(desk, found, fields.form(), model);
        }
        switch (acts.remove(desk.session().id(), found.id(), Cancelling.lock(fields), reason, viewer)) {
            case Outcome.Done _ -> Notice.say(response, removed(desk.session()));
            case Outcome.Refused(var already) -> Notice.say(response, already);
            case Outcome.Stale _ -> {
                response.setStatus(409);
                fields.form().refuse(Cancelling.CHANGED);
                var now = keys.open(id, viewer);
                return askToRemove(now, found(now, workshop), fields.form(), model);
            }
            case Outcome.Full _ -> throw new IllegalStateException("removing takes no seat");
        }
        return "redirect:" + desk.path();
    }

    private static String removed(Session session) {
        return session.state() == Session.State.DRAFT
                ? "L'atelier est retiré."
                : "L'atelier est annulé ; les personnes concernées sont prévenues.";
    }

    private String askToRemove(Desk desk, Workshop workshop, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("workshop", workshop);
        model.addAttribute("form", form);
        model.addAttribute("people", sessionDesk.concerned(desk.session(), workshop));
        return "consultation/remove";
    }

    private static String answered(
            Desk desk,
            @Nullable Workshop before,
            @Nullable Outcome outcome,
            Fields fields,
            Model model,
            HttpServletResponse response) {
        switch (outcome) {
            case Outcome.Done _ -> {
                Notice.say(response, "L'atelier est enregistré.");
                return "redirect:" + desk.path();
            }
            case Outcome.Refused(var reason) -> fields.form().refuse(reason);
            case Outcome.Stale _ ->
                fields.form()
                        .refuse("Quelqu'un d'autre a changé cet atelier pendant que vous écriviez. Ce que vous avez"
                                + " écrit est gardé ici ; enregistrez encore pour qu'il prenne la place.");
            case Outcome.Full _ -> throw new IllegalStateException("a workshop takes no seat");
            case null -> {}
        }
        response.setStatus(outcome == null ? 422 : 409);
        return page(desk, before, fields.form(), model);
    }

    private static Workshop found(Desk desk, UUID workshop) {
        return desk.workshops().stream()
                .filter(one -> one.id().value().equals(workshop))
                .findFirst()
                .orElseThrow(new NotFound("Cet atelier n'est pas de cette session."));
    }

    private static String page(Desk desk, @Nullable Workshop workshop, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("workshop", workshop);
        model.addAttribute("form", form);
        model.addAttribute("themes", Choice.of(desk.consultation().themes(), Theme::code, Theme::name));
        return "consultation/workshop";
    }
}
