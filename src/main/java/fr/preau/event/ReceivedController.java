package fr.preau.event;

import fr.preau.account.Organisation;
import fr.preau.account.OrganisationId;
import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// An event that its moderators offer: whoever it is for accepts or declines. Nobody else learns that it is there.
@Controller
@RequestMapping("/espace/reprises/{id}")
class ReceivedController {
    private final Handovers handovers;
    private final Authoring authoring;
    private final Organisations organisations;

    ReceivedController(Handovers handovers, Authoring authoring, Organisations organisations) {
        this.handovers = handovers;
        this.authoring = authoring;
        this.organisations = organisations;
    }

    @GetMapping
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return page(received(id, viewer), Form.empty(), viewer, model);
    }

    @PostMapping
    String accept(
            @PathVariable UUID id,
            Viewer viewer,
            @RequestParam(defaultValue = "") String organisation,
            Model model,
            HttpServletResponse response) {
        var handover = received(id, viewer);
        var owner = owner(handover, organisation, viewer);
        if (owner.isEmpty()) {
            response.setStatus(422);
            var form = Form.empty().refuse("organisation", "Choisissez l'organisation qui publiera l'événement.");
            return page(handover, form, viewer, model);
        }
        return switch (handovers.accept(handover, owner.get(), viewer)) {
            case Outcome.Done(var sentence) -> {
                Notice.say(response, sentence);
                yield "redirect:/espace/evenements/" + handover.event().value();
            }
            case Outcome.Refused(var sentence) -> refused(sentence, response);
            case Outcome.Stale _ ->
                refused("Cet événement vient de changer : ouvrez à nouveau la proposition.", response);
            case Outcome.Incomplete _ -> throw new IllegalStateException("nothing to correct");
        };
    }

    @PostMapping("/refus")
    String decline(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        Notice.say(response, OrganiserEventController.refusal(handovers.decline(received(id, viewer), viewer)));
        return "redirect:/espace";
    }

    private static String refused(String sentence, HttpServletResponse response) {
        Notice.say(response, sentence);
        return "redirect:/espace";
    }

    private Handover received(UUID id, Viewer viewer) {
        return handovers
                .find(id)
                .filter(handover -> handover.isFor(viewer))
                .orElseThrow(new NotFound("Cette proposition n'existe pas, ou n'attend plus de réponse."));
    }

    /// An offer to an organisation is that organisation's; one to a person, whichever of theirs they say.
    private static Optional<OrganisationId> owner(Handover handover, String chosen, Viewer viewer) {
        var to = handover.organisation();
        var own = to == null ? viewer.organisations() : List.of(to);
        return own.size() == 1 && chosen.isEmpty()
                ? own.stream().findFirst()
                : Typed.uuid(chosen).map(OrganisationId::new).filter(own::contains);
    }

    private String page(Handover handover, Form form, Viewer viewer, Model model) {
        var to = handover.organisation();
        var content = authoring.find(handover.event()).orElseThrow().published();
        model.addAttribute("handover", handover);
        model.addAttribute("content", content);
        model.addAttribute("until", French.day(handover.expiresAt().atZone(EventContent.PARIS).toLocalDate()));
        model.addAttribute("own", choices(to == null ? viewer.organisations() : List.of(to)));
        model.addAttribute("form", form);
        return "event/received";
    }

    private List<Choice> choices(Collection<OrganisationId> own) {
        var all = organisations.find(own).values().stream()
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
        return Choice.of(all, one -> one.id().value().toString(), Organisation::name);
    }
}
