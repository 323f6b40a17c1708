package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.web.Pager;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// An organiser's view of who comes: counts, lists to read, print and export.
@Controller
class AttendeeController {
    private final AttendeeAccess access;
    private final AttendeeRepository attendees;
    private final AttendeePages pages;

    AttendeeController(AttendeeAccess access, AttendeeRepository attendees, AttendeePages pages) {
        this.access = access;
        this.attendees = attendees;
        this.pages = pages;
    }

    @GetMapping("/espace/evenements/{event}/inscrits")
    String counts(@PathVariable UUID event, Viewer viewer, Model model) {
        var found = access.counted(new EventId(event), viewer);
        model.addAttribute("counts", pages.counts(found));
        model.addAttribute("event", found);
        model.addAttribute("organiser", viewer.actsFor(found.organisation()));
        return "registration/counts";
    }

    @GetMapping("/espace/evenements/{event}/inscrits/{session}")
    String list(
            @PathVariable UUID event,
            @PathVariable UUID session,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        var found = access.organised(new EventId(event), viewer);
        var one = session(found, session);
        var total = attendees.counts(found).getOrDefault(one.id(), AttendeeRepository.Count.NONE);
        var pager = Pager.of(
                Math.clamp(page, 1, 100_000), total.registrations(), AttendeePages.path(found) + "/" + session);
        var rows = attendees.of(found, one.id(), Pager.offset(pager.number()), Pager.LINES);
        model.addAttribute("list", pages.list(found, one, rows));
        model.addAttribute("pager", pager);
        return "registration/attendees";
    }

    @GetMapping("/espace/evenements/{event}/inscrits/{session}/liste")
    String printable(@PathVariable UUID event, @PathVariable UUID session, Viewer viewer, Model model) {
        var found = access.organised(new EventId(event), viewer);
        var one = session(found, session);
        model.addAttribute("list", pages.list(found, one, attendees.of(found, one.id(), 0, Integer.MAX_VALUE)));
        return "registration/printable";
    }

    @GetMapping("/espace/evenements/{event}/inscrits.csv")
    ResponseEntity<String> csv(@PathVariable UUID event, Viewer viewer) {
        var found = access.organised(new EventId(event), viewer);
        return file("inscrits.csv", pages.csv(found));
    }

    static ResponseEntity<String> file(String name, String csv) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(csv);
    }

    static PublishedSession session(PublishedEvent event, UUID session) {
        return event.sessions().stream()
                .filter(one -> one.id().equals(new SessionId(session)))
                .findFirst()
                .orElseThrow(AskPages::noSuchSession);
    }
}
