package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.PictureDesk;
import fr.preau.web.Pictures;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// The image of an event, on a page of its own: a file cannot come back when a long form has something to
/// correct.
@Controller
@RequestMapping("/espace/evenements/{id}/image")
class OrganiserPictureController {
    private static final int ALTERNATIVE = 300;

    private final OrganiserDoor door;
    private final Authoring authoring;
    private final PictureDesk desk;
    private final PictureRepository pictures;
    private final Clock clock;

    OrganiserPictureController(
            OrganiserDoor door, Authoring authoring, PictureDesk desk, PictureRepository pictures, Clock clock) {
        this.door = door;
        this.authoring = authoring;
        this.desk = desk;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping
    String form(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        var standing = door.open(id, viewer);
        if (!standing.allows(EventAction.SAVE)) {
            Notice.say(response, "Cet événement ne peut pas être modifié dans son état actuel.");
            return "redirect:/espace/evenements/" + id;
        }
        var picture = standing.toEdit().picture();
        return page(standing, Form.filled(Map.of("alternative", picture == null ? "" : picture.alternative())), model);
    }

    @PostMapping
    String save(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            @RequestParam(defaultValue = "") String alternative,
            @RequestParam @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response) {
        var standing = door.open(id, viewer);
        var form = Form.filled(Map.of("alternative", alternative, "file", ""));
        if (ticket.isStale(standing)) { // before an image is decoded for nothing
            return answer(standing, new Outcome.Stale(), form, model, response);
        }
        var words = Typed.line(alternative);
        var picture = chosen(standing, ticket, file, form);
        if (words.isEmpty() || words.length() > ALTERNATIVE) {
            form.refuse("alternative", "Décrivez l'image en %d caractères au plus.".formatted(ALTERNATIVE));
        }
        if (form.hasErrors() || picture.isEmpty()) {
            response.setStatus(422);
            return page(standing, form, model);
        }
        var content = standing.toEdit().withPicture(new EventContent.Picture(picture.get(), words));
        return answer(standing, authoring.save(door.write(id, ticket, viewer), content), form, model, response);
    }

    @PostMapping("/retirer")
    String remove(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        var standing = door.open(id, viewer);
        var content = standing.toEdit().withPicture(null);
        var outcome = authoring.save(door.write(id, ticket, viewer), content);
        return answer(standing, outcome, Form.empty(), model, response);
    }

    /// For the organiser's own pages; the public one is served by the catalogue.
    @GetMapping("/fichier")
    ResponseEntity<byte[]> file(@PathVariable UUID id, Viewer viewer) {
        var picture = door.open(id, viewer).toEdit().picture();
        return show(pictures, picture);
    }

    static ResponseEntity<byte[]> show(PictureRepository pictures, EventContent.@Nullable Picture picture) {
        var kept = (picture == null ? Optional.<Pictures.Kept>empty() : pictures.find(picture.id()))
                .orElseThrow(new NotFound("Cet événement n'a pas d'image."));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(kept.mediaType()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(kept.bytes());
    }

    /// The new file, or the image already there when none is sent; empty, and said, when neither is right. The token
    /// of the form is the image's id: sent twice, it is one image.
    private Optional<UUID> chosen(
            Standing standing, OrganiserDoor.Ticket ticket, @Nullable MultipartFile file, Form form) {
        var before = standing.toEdit().picture();
        if (before != null && (file == null || file.isEmpty())) {
            return Optional.of(before.id());
        }
        var kept = desk.receive(file, form);
        kept.ifPresent(image -> pictures.insert(ticket.jeton(), standing.event().id(), image, clock.instant()));
        return kept.map(_ -> ticket.jeton());
    }

    private String answer(Standing standing, Outcome outcome, Form form, Model model, HttpServletResponse response) {
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/evenements/" + standing.event().id().value();
        }
        response.setStatus(409);
        form.refuse(OrganiserEventController.refusal(outcome));
        return page(authoring.find(standing.event().id()).orElseThrow(), form, model);
    }

    private static String page(Standing standing, Form form, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute("form", form);
        return "event/organiserPicture";
    }
}
