package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
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

/// Giving the seats, once the announced value is known.
@Controller
@RequestMapping(SessionController.HOME + "/sessions/{id}/tirage")
class DrawController {
    private final Desk.Keys keys;
    private final SessionActs acts;
    private final DrawRepository records;
    private final Clock clock;

    DrawController(Desk.Keys keys, SessionActs acts, DrawRepository records, Clock clock) {
        this.keys = keys;
        this.acts = acts;
        this.records = records;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Viewer viewer, Model model) {
        return page(keys.open(id, viewer), Form.empty(), null, model);
    }

    /// What is typed decides of everything, in public and for good: it is shown in large first, and counts when the
    /// same comes back as reread.
    @PostMapping
    String run(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var desk = keys.open(id, viewer);
        var fields = new Fields(typed);
        var again = !desk.withheld().isEmpty();
        var value = again ? "" : fields.requiredLine("valeur", 1, 300, "Recopiez la valeur obtenue.");
        var reread = again || value.equals(fields.line("relue", 300));
        if (!fields.hasErrors() && isAsked(desk) && !reread) {
            return page(desk, fields.form(), fields.checked("corriger") ? null : value, model);
        }
        if (!fields.hasErrors()
                && acts.draw(desk.session().id(), value, viewer) instanceof Outcome.Refused(var reason)) {
            refuse(fields.form(), again, reason);
        }
        if (fields.hasErrors()) {
            response.setStatus(422);
            return page(desk, fields.form(), null, model);
        }
        Notice.say(
                response,
                keys.open(id, viewer).withheld().isEmpty()
                        ? "Les places sont attribuées et vérifiées ; chacun reçoit son atelier et le moyen de le contrôler."
                        : "Les places vérifiées sont attribuées ; celles que le contrôle a refusées sont retenues.");
        return "redirect:" + desk.path();
    }

    /// Whether the value is waited for now.
    private boolean isAsked(Desk desk) {
        return desk.session().state() == Session.State.CLOSED && isKnown(desk);
    }

    private boolean isKnown(Desk desk) {
        return !clock.instant().isBefore(desk.session().drawing().at());
    }

    private static void refuse(Form form, boolean again, String reason) {
        if (again) {
            form.refuse(reason);
        } else {
            form.refuse("valeur", reason);
        }
    }

    private String page(Desk desk, Form form, @Nullable String reread, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("form", form);
        model.addAttribute("reread", reread);
        model.addAttribute("known", isKnown(desk));
        model.addAttribute(
                "frozen",
                records.frozen(desk.session().id()).map(Frozen::people).orElse(0));
        return "consultation/give";
    }
}
