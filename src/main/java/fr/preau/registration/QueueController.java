package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.web.Pager;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// An organiser's view of who waits.
@Controller
class QueueController {
    private final AttendeeAccess access;
    private final QueuePages pages;

    QueueController(AttendeeAccess access, QueuePages pages) {
        this.access = access;
        this.pages = pages;
    }

    @GetMapping("/espace/evenements/{event}/inscrits/{session}/attente")
    String list(
            @PathVariable UUID event,
            @PathVariable UUID session,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        var found = access.organised(new EventId(event), viewer);
        var one = AttendeeController.session(found, session);
        var pager = Pager.of(
                Math.clamp(page, 1, 100_000),
                pages.count(one),
                "%s/%s/attente".formatted(AttendeePages.path(found), session));
        model.addAttribute("queue", pages.queue(found, one, Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("pager", pager);
        return "registration/queue";
    }

    @GetMapping("/espace/evenements/{event}/inscrits/attente.csv")
    ResponseEntity<String> csv(@PathVariable UUID event, Viewer viewer) {
        return AttendeeController.file("attente.csv", pages.csv(access.organised(new EventId(event), viewer)));
    }
}
