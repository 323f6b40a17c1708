package fr.preau.showcase;

import fr.preau.account.Viewer;
import fr.preau.event.EventId;
import fr.preau.event.Events;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The projects shown at an organiser's events, which the organiser may decline.
@Controller
@RequestMapping("/espace/trophees/evenements")
class AttachmentController {
    private final AttachmentRepository attachments;
    private final Attachments shown;
    private final GalleryRepository gallery;
    private final Authorisations authorisations;
    private final Events events;

    AttachmentController(
            AttachmentRepository attachments,
            Attachments shown,
            GalleryRepository gallery,
            Authorisations authorisations,
            Events events) {
        this.attachments = attachments;
        this.shown = shown;
        this.gallery = gallery;
        this.authorisations = authorisations;
        this.events = events;
    }

    @GetMapping
    String list(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        var mine = viewer.organisations();
        var pager = Pager.near(page, attachments.count(mine), "/espace/trophees/evenements");
        var lines = attachments.ofOrganisers(mine, Pager.offset(pager.number()), Pager.LINES);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "events",
                events.find(lines.stream()
                        .map(AttachmentRepository.Attachment::event)
                        .distinct()
                        .toList()));
        model.addAttribute(
                "projects",
                gallery
                        .find(
                                lines.stream()
                                        .map(AttachmentRepository.Attachment::project)
                                        .distinct()
                                        .toList(),
                                authorisations.today())
                        .stream()
                        .collect(Collectors.toMap(Listed::id, listed -> listed)));
        model.addAttribute("pager", pager);
        return "showcase/attachments";
    }

    @PostMapping("/{event}/{project}/retirer")
    String decline(@PathVariable UUID event, @PathVariable UUID project, Viewer viewer, HttpServletResponse response) {
        var found = events.find(new EventId(event)).orElseThrow(new NotFound("Cet événement n'existe pas."));
        Forbidden.unless(
                viewer.actsFor(found.organisation()),
                "Cet événement est celui d'une autre organisation : seuls ses membres y ont accès.");
        shown.detach(new ProjectId(project), found.id());
        Notice.say(response, "Ce projet n'est plus annoncé sur la page de l'événement.");
        return "redirect:/espace/trophees/evenements";
    }
}
