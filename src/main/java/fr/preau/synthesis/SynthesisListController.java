package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.consultation.ConsultationId;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The syntheses a person writes, with how far each is; and, for the pilots, their publication.
@Controller
class SynthesisListController {
    private final SynthesisDoor door;
    private final InboxRepository inbox;
    private final Publications publications;

    SynthesisListController(SynthesisDoor door, InboxRepository inbox, Publications publications) {
        this.door = door;
        this.inbox = inbox;
        this.publications = publications;
    }

    @GetMapping("/espace/consultations/{consultation}/syntheses")
    String list(
            @PathVariable UUID consultation, @RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        return show(consultation, page, viewer, null, model);
    }

    /// Everything validated so far, of every level, as it is at this moment.
    @PostMapping("/espace/consultations/{consultation}/syntheses/publier")
    String publish(
            @PathVariable UUID consultation,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        SynthesisDoor.pilots(viewer);
        var found = door.consultation(new ConsultationId(consultation));
        var outcome = publications.publish(found, ticket.form(), viewer.person());
        if (outcome instanceof SynthesisOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/consultations/%s/syntheses".formatted(consultation);
        }
        response.setStatus(409);
        return show(consultation, 1, viewer, outcome.sentence(), model);
    }

    private String show(
            UUID id, int page, Viewer viewer, @org.jspecify.annotations.Nullable String refusal, Model model) {
        var consultation = door.consultation(new ConsultationId(id));
        var mine = door.steeredBy(viewer, consultation);
        var here = "/espace/consultations/%s/syntheses".formatted(id);
        var pager = Pager.near(page, mine.size(), here);
        var from = Pager.offset(pager.number());
        var shown = mine.subList(from, Math.min(mine.size(), from + Pager.LINES));
        model.addAttribute("consultation", consultation);
        model.addAttribute("syntheses", shown);
        model.addAttribute(
                "coverage", inbox.coverage(shown.stream().map(Synthesis::id).toList()));
        model.addAttribute("pager", pager);
        model.addAttribute("mayPublish", viewer.isPilot());
        model.addAttribute("publications", publications.of(consultation.id()));
        model.addAttribute("refusal", refusal);
        return "synthesis/list";
    }
}
