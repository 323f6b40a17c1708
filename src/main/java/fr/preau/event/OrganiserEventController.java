package fr.preau.event;

import fr.preau.account.Viewer;
import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Editions;
import fr.preau.web.Form;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An event as its organisers follow it: where it stands, what is missing, what to do next.
@Controller
@RequestMapping("/espace/evenements/{id}")
class OrganiserEventController {
    private static final String KEPT =
            "Ce qui a été publié, ou attend d'être lu, ne se supprime pas : annulez l'événement, ou reprenez votre proposition.";

    private final OrganiserDoor door;
    private final Authoring authoring;
    private final VersionRepository versions;
    private final RulingRepository rulings;
    private final SeatRepository sessions;
    private final DraftRules rules;
    private final Editions editions;
    private final ContentWords words;
    private final Cancelling cancelling;
    private final Moderation moderation;

    OrganiserEventController(
            OrganiserDoor door,
            Authoring authoring,
            VersionRepository versions,
            RulingRepository rulings,
            SeatRepository sessions,
            DraftRules rules,
            Editions editions,
            ContentWords words,
            Cancelling cancelling,
            Moderation moderation) {
        this.moderation = moderation;
        this.door = door;
        this.authoring = authoring;
        this.versions = versions;
        this.rulings = rulings;
        this.sessions = sessions;
        this.rules = rules;
        this.editions = editions;
        this.words = words;
        this.cancelling = cancelling;
    }

    @GetMapping
    String event(@PathVariable UUID id, Viewer viewer, Model model) {
        return page(door.open(id, viewer), model);
    }

    @GetMapping("/apercu")
    String preview(@PathVariable UUID id, Viewer viewer, Model model) {
        var standing = door.open(id, viewer);
        var content = standing.hasNext() ? standing.latest().content() : standing.toEdit();
        model.addAttribute("standing", standing);
        model.addAttribute("content", content);
        model.addAttribute("kind", words.kind(standing.event(), content));
        model.addAttribute("words", words);
        return "event/organiserPreview";
    }

    @PostMapping("/soumettre")
    String submit(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, authoring.submit(door.write(id, ticket, viewer)), model, response);
    }

    @PostMapping("/retirer")
    String withdraw(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, authoring.withdraw(door.write(id, ticket, viewer)), model, response);
    }

    @PostMapping("/abandonner")
    String discard(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        return answer(id, viewer, authoring.discard(door.write(id, ticket, viewer)), model, response);
    }

    @GetMapping("/supprimer")
    String askDeletion(@PathVariable UUID id, Viewer viewer, Model model, HttpServletResponse response) {
        var standing = door.open(id, viewer);
        if (!standing.allows(EventAction.DELETE)) {
            Notice.say(response, KEPT);
            return "redirect:/espace/evenements/" + id;
        }
        model.addAttribute("standing", standing);
        return "event/organiserDelete";
    }

    @PostMapping("/supprimer")
    String delete(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        var outcome = authoring.delete(door.write(id, ticket, viewer));
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/evenements";
        }
        return answer(id, viewer, outcome, model, response);
    }

    @PostMapping("/dupliquer")
    String duplicate(
            @PathVariable UUID id, Viewer viewer, @RequestParam UUID jeton, Model model, HttpServletResponse response) {
        var outcome = authoring.duplicate(jeton, viewer.person(), door.open(id, viewer));
        return answer(outcome instanceof Outcome.Done ? jeton : id, viewer, outcome, model, response);
    }

    private String answer(UUID id, Viewer viewer, Outcome outcome, Model model, HttpServletResponse response) {
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/evenements/" + id;
        }
        response.setStatus(outcome instanceof Outcome.Incomplete ? 422 : 409);
        model.addAttribute("refusal", refusal(outcome));
        return page(door.open(id, viewer), model);
    }

    static String refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var sentence) -> sentence;
            case Outcome.Refused(var sentence) -> sentence;
            case Outcome.Incomplete _ -> "Cet événement n'est pas encore complet.";
            case Outcome.Stale _ ->
                "Quelqu'un d'autre a agi sur cet événement depuis que votre page est ouverte. La voici à jour ; rien n'a été changé de votre part.";
        };
    }

    private String page(Standing standing, Model model) {
        var live = sessions.ofEvent(standing.event().id());
        var content = standing.toEdit();
        model.addAttribute("standing", standing);
        model.addAttribute("content", content);
        model.addAttribute("live", live);
        model.addAttribute("words", words);
        model.addAttribute("history", Decided.history(versions.all(standing.event().id()), rulings.of(standing.event().id())));
        model.addAttribute("cancellable", standing.allows(EventAction.CANCEL) && !cancelling.isOver(live));
        model.addAttribute("cancellableSessions", cancelling.cancellable(live));
        model.addAttribute("form", Form.empty());
        model.addAttribute("missing", missing(standing, live));
        model.addAttribute("findings", findings(standing));
        return "event/organiserEvent";
    }

    /// What moderators would be shown, while its author can still mend it.
    private List<Problem> findings(Standing standing) {
        return standing.allows(EventAction.SAVE)
                ? moderation.findingsForAuthor(standing.event(), standing.toEdit()).stream()
                        .map(finding -> new Problem(finding.field(), finding.sentence()))
                        .toList()
                : List.of();
    }

    private List<Problem> missing(Standing standing, List<PublishedSession> live) {
        if (!standing.allows(EventAction.SUBMIT)) {
            return List.of();
        }
        var edition = editions.find(standing.event().edition()).orElseThrow();
        return EventForm.inOrder(rules.missing(standing.latest().content(), edition, live));
    }
}
