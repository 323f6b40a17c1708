package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.allocation.Rule;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Choosing the rule before people are asked, by looking at what each would give on a demand that is only imagined.
@Controller
@RequestMapping(SessionController.HOME + "/sessions/{id}/regle")
class RuleController {
    private final Desk.Keys keys;
    private final SessionDesk sessionDesk;

    RuleController(Desk.Keys keys, SessionDesk sessionDesk) {
        this.keys = keys;
        this.sessionDesk = sessionDesk;
    }

    @GetMapping
    String show(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> asked, Viewer viewer, Model model) {
        var desk = keys.open(id, viewer);
        var values = new LinkedHashMap<String, List<String>>(asked);
        values.putIfAbsent("attendus", List.of(String.valueOf(Math.max(10, desk.seats()))));
        values.putIfAbsent("contraste", List.of("FORT"));
        var rule = desk.session().drawing().rule();
        values.putIfAbsent("regle", List.of((rule == null ? advised(desk) : rule).name()));
        var fields = new Fields(new org.springframework.util.LinkedMultiValueMap<>(values));
        var people = fields.number("attendus", 1, 5000);
        var spread = "FAIBLE".equals(values.get("contraste").getFirst()) ? 0.5 : 1.0;
        model.addAttribute("simulated", fields.hasErrors() ? List.of() : Simulation.of(desk, people, spread));
        return page(desk, fields.form(), model);
    }

    @PostMapping
    String choose(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var desk = keys.open(id, viewer);
        var fields = new Fields(typed);
        var rule = fields.required("regle", Rule.class, "Choisissez une des trois règles.")
                .orElse(null);
        if (rule != null && !permitted(desk).contains(rule)) {
            fields.form()
                    .refuse(
                            "regle",
                            "Cette règle ne garde pas de places pour une catégorie, et vos ateliers en gardent.");
        }
        if (rule == null || fields.hasErrors()) {
            response.setStatus(422);
            model.addAttribute("simulated", List.of());
            return page(desk, fields.form(), model);
        }
        if (desk.session().state() != Session.State.DRAFT) {
            Notice.say(response, "Les inscriptions sont ouvertes : la règle ne change plus.");
            return "redirect:" + desk.path();
        }
        var lock = Typed.number(fields.line("lock", 10)).orElse(-1);
        if (!sessionDesk.choose(desk.session().id(), rule, lock)) {
            response.setStatus(409);
            fields.form().refuse("Quelqu'un d'autre a changé cette session. Relisez, puis choisissez encore.");
            model.addAttribute("simulated", List.of());
            return page(keys.open(id, viewer), fields.form(), model);
        }
        Notice.say(response, "La règle est choisie : " + RuleWords.name(rule) + ".");
        return "redirect:" + desk.path();
    }

    /// Fairness where everyone can rank everything; the lottery where seats are many and lists short.
    static Rule advised(Desk desk) {
        var held = desk.held().size();
        return held <= 7 && desk.session().joining().wishes() >= held ? Rule.EQUITE : Rule.TIRAGE;
    }

    static List<Rule> permitted(Desk desk) {
        var keeps = desk.held().stream().anyMatch(workshop -> !workshop.kept().isEmpty());
        return keeps ? List.of(Rule.EQUITE, Rule.TIRAGE) : List.of(Rule.EQUITE, Rule.TIRAGE, Rule.PREMIERS);
    }

    private static String page(Desk desk, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("form", form);
        model.addAttribute("advised", advised(desk));
        model.addAttribute("permitted", permitted(desk));
        return "consultation/rule";
    }
}
