package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.web.Pager;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The log of what was written to those registered: for the organiser, and for those who steer the territory.
@Controller
class MessageLogController {
    private final AttendeeAccess access;
    private final MessageLog log;

    MessageLogController(AttendeeAccess access, MessageLog log) {
        this.access = access;
        this.log = log;
    }

    @GetMapping("/espace/evenements/{event}/inscrits/messages")
    String show(@PathVariable UUID event, @RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        var found = access.counted(new EventId(event), viewer);
        var pager = Pager.near(page, log.count(found), AttendeePages.path(found) + "/messages");
        model.addAttribute("event", found);
        model.addAttribute("organiser", viewer.actsFor(found.organisation()));
        model.addAttribute("lines", log.lines(found, Pager.offset(pager.number()), Pager.LINES));
        model.addAttribute("pager", pager);
        return "registration/messages";
    }
}
