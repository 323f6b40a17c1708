package fr.preau.school;

import fr.preau.account.Viewer;
import fr.preau.school.SchoolAccess.Desk;
import fr.preau.web.QrCode;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/// What makes a published programme known: a poster for the hall, a message for the families.
@Controller
@RequestMapping("/espace/etablissement/{uai}/semaine")
class PosterController {
    private static final int EVENTS = 6;

    private final SchoolAccess access;
    private final ProgrammeReader reader;
    private final Clock clock;
    private final String address;

    PosterController(
            SchoolAccess access, ProgrammeReader reader, Clock clock, @Value("${preau.address}") String address) {
        this.access = access;
        this.reader = reader;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
    }

    @GetMapping("/affiche")
    String poster(@PathVariable String uai, Viewer viewer, Model model) {
        return page("school/poster", access.staff(uai, viewer), model);
    }

    @GetMapping("/message")
    String message(@PathVariable String uai, Viewer viewer, Model model) {
        return page("school/message", access.staff(uai, viewer), model);
    }

    /// While nobody else can read the programme there is nothing to point to: the page says what to do first.
    private String page(String view, Desk desk, Model model) {
        model.addAttribute("desk", desk);
        var programme = reader.published(desk.edition(), desk.school());
        var commitment = programme.commitment();
        if (commitment == null || !commitment.isPublished()) {
            return "school/unpublished";
        }
        var target = address + commitment.path();
        var now = clock.instant();
        var announced = programme.announced(now);
        model.addAttribute("now", now);
        model.addAttribute("programme", programme);
        model.addAttribute("address", target);
        model.addAttribute("code", QrCode.of(target));
        model.addAttribute("announced", announced.stream().limit(EVENTS).toList());
        model.addAttribute("more", Math.max(0, announced.size() - EVENTS));
        model.addAttribute("message", ParentMessage.of(programme, target, now));
        return view;
    }
}
