package fr.preau.account;

import fr.preau.account.JournalEntry.Action;
import fr.preau.web.Choice;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.Pager;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The audit journal, read by pilots.
@Controller
class JournalController {
    private static final String HERE = "/espace/administration/journal";
    private static final List<String> ROLES = List.of("PILOT", "COORDINATOR", "SCHOOL_HEAD", "TEACHER", "MEMBER");

    private static final List<String> MATTERS = List.of("ROLE", "ACT");

    private final JournalRepository journal;

    JournalController(JournalRepository journal) {
        this.journal = journal;
    }

    @GetMapping(HERE)
    String show(
            @RequestParam(defaultValue = "") String qui,
            @RequestParam(defaultValue = "") String sujet,
            @RequestParam(defaultValue = "") String quoi,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        Forbidden.unless(viewer.isPilot(), "Seul le pilotage national lit le journal.");
        var filter = new JournalRepository.Filter(
                RoleController.search(qui),
                RoleController.search(sujet),
                known(quoi, MATTERS),
                known(role, ROLES),
                known(action, actions()));
        var here = UriComponentsBuilder.fromPath(HERE)
                .queryParam("qui", filter.person())
                .queryParam("sujet", filter.about())
                .queryParam("quoi", filter.matter())
                .queryParam("role", filter.role())
                .queryParam("action", filter.action())
                .encode()
                .toUriString();
        var pager = Pager.near(page, journal.count(filter), here);
        model.addAttribute("pager", pager);
        model.addAttribute("lines", journal.page(filter, pager.number()));
        model.addAttribute(
                "form",
                Form.filled(Map.of(
                        "qui", filter.person(),
                        "sujet", filter.about(),
                        "quoi", filter.matter(),
                        "role", filter.role(),
                        "action", filter.action())));
        model.addAttribute("matters", Choice.of(MATTERS, name -> name, JournalController::matter));
        model.addAttribute("roles", Choice.of(ROLES, name -> name, Roles::name));
        model.addAttribute("actions", Choice.of(List.of(Action.values()), Action::name, Action::french));
        return "account/journal";
    }

    private static List<String> actions() {
        return Stream.of(Action.values()).map(Action::name).toList();
    }

    private static String matter(String name) {
        return name.equals("ROLE") ? "Les rôles" : "Les autres actes";
    }

    private static String known(String asked, List<String> all) {
        return all.contains(asked) ? asked : "";
    }
}
