package fr.preau.notification;

import fr.preau.web.NotFound;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// In the demonstration no mail leaves: this is everybody's mailbox. It exists in no other profile.
@Controller
@Profile("demonstration")
@RequestMapping("/demonstration/courriers")
class DemonstrationMailController {
    private static final Pattern LINK = Pattern.compile("(?=https?://)|(?<=https?://\\S{1,2000})(?=\\s|$)");
    /// The mail's own style stands in it, as mail programs want it; nothing else may run or load.
    private static final String MAIL_CONTENT =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final MessageListRepository lists;
    private final OwnAddress address;

    DemonstrationMailController(MessageListRepository lists, OwnAddress address) {
        this.lists = lists;
        this.address = address;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String pour, @RequestParam(defaultValue = "1") int page, Model model) {
        var words = pour.replace("\u0000", "").strip().toLowerCase(Locale.ROOT);
        var here = UriComponentsBuilder.fromPath("/demonstration/courriers")
                .queryParam("pour", "{words}")
                .encode()
                .buildAndExpand(words)
                .toUriString();
        var pager = Pager.of(page, lists.countTo(words), here);
        model.addAttribute("words", words);
        model.addAttribute("lines", lists.listTo(words, pager.number()));
        model.addAttribute("pager", pager);
        return "notification/demonstrationMails";
    }

    @GetMapping("/{id}")
    String read(@PathVariable UUID id, Model model) {
        var message = find(id);
        model.addAttribute("message", message);
        model.addAttribute("pieces", pieces(message.text()));
        return "notification/demonstrationMail";
    }

    @GetMapping(value = "/{id}/html", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    ResponseEntity<String> html(@PathVariable UUID id, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", MAIL_CONTENT);
        return ResponseEntity.ok(find(id).html());
    }

    @GetMapping(value = "/{id}/evenement.ics", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<String> calendar(@PathVariable UUID id) {
        var invitation = find(id).invitation();
        if (invitation == null) {
            throw new NotFound("Ce message n'a pas de fichier d'agenda.");
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"evenement.ics\"")
                .body(invitation.file());
    }

    private Message find(UUID id) {
        return lists.find(id).map(address::told).orElseThrow(new NotFound("Ce message n'existe pas."));
    }

    /// The text cut so that every address in it stands by itself and can be made a link.
    static List<String> pieces(String text) {
        return List.of(LINK.split(text));
    }
}
