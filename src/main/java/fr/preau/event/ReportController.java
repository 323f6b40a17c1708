package fr.preau.event;

import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.Network;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Anyone may say that something is wrong with a published event; nothing is asked of who they are.
@Controller
@RequestMapping("/evenements/{id}/signaler")
class ReportController {
    static final int SENTENCE = 1000;

    private final Reports reports;
    private final Writes writes;

    ReportController(Reports reports, Writes writes) {
        this.reports = reports;
        this.writes = writes;
    }

    @GetMapping
    String form(@PathVariable UUID id, Model model) {
        return page(published(id), Form.empty(), model);
    }

    @PostMapping
    String report(
            @PathVariable UUID id,
            @RequestParam UUID jeton,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String sentence,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var standing = published(id);
        var form = Form.filled(Map.of("ground", ground, "sentence", sentence));
        var chosen = Typed.constant(ReportGround.class, ground);
        if (chosen.isEmpty()) {
            form.refuse("ground", "Dites ce qui ne va pas.");
        }
        if (sentence.length() > SENTENCE) {
            form.refuse("sentence", "Écrivez %d caractères au plus.".formatted(SENTENCE));
        }
        if (form.hasErrors()) {
            response.setStatus(422);
            return page(standing, form, model);
        }
        var said = new Reports.Said(
                jeton,
                chosen.orElseThrow(),
                Typed.line(sentence),
                Network.of(request).value());
        if (!reports.add(standing.event().id(), said)) {
            response.setStatus(429);
            response.setHeader("Retry-After", "3600");
            form.refuse("Cet événement vient d'être signalé plusieurs fois : l'équipe de modération s'en occupe.");
            return page(standing, form, model);
        }
        Notice.say(response, "Merci. L'équipe de modération va regarder cet événement.");
        return "redirect:/evenements/" + id;
    }

    private Standing published(UUID id) {
        return writes.standing(new EventId(id))
                .filter(standing -> standing.event().state() == EventState.PUBLISHED)
                .orElseThrow(new NotFound("Cet événement n'existe pas, ou n'est plus publié."));
    }

    private static String page(Standing standing, Form form, Model model) {
        model.addAttribute("standing", standing);
        model.addAttribute("form", form);
        model.addAttribute("grounds", Choice.of(List.of(ReportGround.values()), Enum::name, ReportGround::french));
        return "event/report";
    }
}
