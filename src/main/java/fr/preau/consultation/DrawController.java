package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.UUID;
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
    private final Draws draws;
    private final Clock clock;

    DrawController(Desk.Keys keys, Draws draws, Clock clock) {
        this.keys = keys;
        this.draws = draws;
        this.clock = clock;
    }

    @GetMapping
    String ask(@PathVariable UUID id, Viewer viewer, Model model) {
        return page(keys.open(id, viewer), Form.empty(), model);
    }

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
        var value = again ? "" : fields.requiredLine("valeur", 1, 300);
        if (!fields.hasErrors() && draws.run(desk.session().id(), value) instanceof Outcome.Refused(var reason)) {
            refuse(fields.form(), again, reason);
        }
        if (fields.hasErrors()) {
            response.setStatus(422);
            return page(desk, fields.form(), model);
        }
        Notice.say(
                response,
                keys.open(id, viewer).withheld().isEmpty()
                        ? "Les places sont attribuées et vérifiées ; chacun reçoit son atelier et le moyen de le contrôler."
                        : "Les places vérifiées sont attribuées ; celles que le contrôle a refusées sont retenues.");
        return "redirect:" + desk.path();
    }

    private static void refuse(Form form, boolean again, String reason) {
        if (again) {
            form.refuse(reason);
        } else {
            form.refuse("valeur", reason);
        }
    }

    private String page(Desk desk, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("form", form);
        model.addAttribute(
                "known", !clock.instant().isBefore(desk.session().drawing().at()));
        return "consultation/give";
    }
}
