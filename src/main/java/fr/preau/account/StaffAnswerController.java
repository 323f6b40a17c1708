package fr.preau.account;

import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Confirming or refusing those who say they work in a school: by the link its official address received, or by a
/// coordinator, a pilot, the school's head.
@Controller
class StaffAnswerController {
    private static final String HERE = "/espace/administration/demandes";

    private final StaffRequests requests;
    private final Roles names;

    StaffAnswerController(StaffRequests requests, Roles names) {
        this.requests = requests;
        this.names = names;
    }

    /// As the page shows it.
    record Asked(UUID id, String name, String mail, String what, String since) {}

    @GetMapping("/confirmation/{key}")
    String open(@PathVariable String key, HttpServletResponse response, Model model) {
        var request = requests.find(key);
        if (request.isEmpty()) {
            return gone(response);
        }
        model.addAttribute("asked", shown(request.get()));
        model.addAttribute("work", Roles.name(request.get().role()));
        model.addAttribute("school", names.place(request.get().role()));
        model.addAttribute("key", key);
        return "account/confirmation";
    }

    @PostMapping("/confirmation/{key}")
    String answer(@PathVariable String key, @RequestParam boolean oui, HttpServletResponse response, Model model) {
        var request = requests.find(key);
        if (request.isEmpty() || !requests.answer(request.get(), oui)) {
            return gone(response);
        }
        model.addAttribute("asked", shown(request.get()));
        model.addAttribute("yes", oui);
        return "account/confirmationDone";
    }

    @GetMapping(HERE)
    String queue(@RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator() || !viewer.headed().isEmpty(),
                "Seuls la coordination d'un territoire et les chefs d'établissement répondent aux demandes.");
        var pager = Pager.near(page, requests.countAnsweredBy(viewer), HERE);
        model.addAttribute("pager", pager);
        model.addAttribute(
                "asked",
                requests.answeredBy(viewer, pager.number()).stream()
                        .map(this::shown)
                        .toList());
        return "account/requests";
    }

    @PostMapping(HERE + "/{id}")
    String answer(@PathVariable UUID id, @RequestParam boolean oui, Viewer viewer, HttpServletResponse response) {
        var request = requests.find(id).orElseThrow(new NotFound("Cette demande n'attend plus de réponse."));
        Forbidden.unless(
                requests.mayAnswer(viewer, request),
                "Cette demande concerne un établissement hors de votre territoire.");
        if (requests.answer(viewer, request, oui)) {
            Notice.say(response, request.person().label() + (oui ? " est confirmé." : " est refusé."));
        } else {
            Notice.say(response, "Quelqu'un a répondu à cette demande avant vous.");
        }
        return "redirect:" + HERE;
    }

    private Asked shown(StaffRequest request) {
        return new Asked(
                request.id(),
                request.person().label(),
                request.person().mail(),
                names.named(request.role()),
                Dates.day(request.askedAt()));
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "account/confirmationGone";
    }
}
