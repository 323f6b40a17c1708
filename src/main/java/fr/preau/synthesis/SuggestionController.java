package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.web.Forbidden;
import fr.preau.web.French;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Answers to suggestions, and the switch that turns them off for oneself.
@Controller
@RequestMapping("/espace/consultations/syntheses")
class SuggestionController {
    private final SynthesisDoor door;
    private final Suggestions suggestions;
    private final SynthesisItemPages pages;

    SuggestionController(SynthesisDoor door, Suggestions suggestions, SynthesisItemPages pages) {
        this.door = door;
        this.suggestions = suggestions;
        this.pages = pages;
    }

    @PostMapping("/{id}/elements/{item}/rapprochement")
    String answer(
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "") String autre,
            @RequestParam(defaultValue = "") String suite,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String methode,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var one = door.item(synthesis, item);
        var other = new ItemId(Typed.uuid(autre).orElse(item));
        var outcome = suggestions.answer(
                door.act(synthesis, ticket, viewer),
                one.id(),
                other,
                new Suggestions.Said(suite.equals("accepter"), Typed.line(nom), French.start(Typed.line(methode), 80)));
        if (outcome instanceof SynthesisOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:%s/elements/%s".formatted(synthesis.deskPath(), item);
        }
        response.setStatus(409);
        return pages.item(synthesis, one, DealForm.blank(one).shown(), outcome.sentence(), viewer, model);
    }

    /// `vers` is a page of ours to go back to.
    @PostMapping("/rapprochements")
    String aid(
            @RequestParam(defaultValue = "") String aide,
            @RequestParam(defaultValue = "") String vers,
            Viewer viewer,
            HttpServletResponse response) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "Les rapprochements aident celles et ceux qui écrivent les synthèses.");
        suggestions.aid(viewer.person(), aide.equals("oui"));
        Notice.say(
                response,
                aide.equals("oui") ? "Les rapprochements sont montrés." : "Les rapprochements ne sont plus montrés.");
        return vers.matches("/espace/consultations/syntheses/[0-9a-f-]{36}(/elements/[0-9a-f-]{36})?")
                ? "redirect:" + vers
                : "redirect:/espace";
    }
}
