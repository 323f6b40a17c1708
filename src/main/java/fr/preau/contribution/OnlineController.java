package fr.preau.contribution;

import fr.preau.consultation.Consultation;
import fr.preau.consultation.ConsultationId;
import fr.preau.consultation.Consultations;
import fr.preau.contribution.OnlineContributions.Sent;
import fr.preau.territory.Territories;
import fr.preau.web.Network;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Contributing online, for those who could not come: written, read over with what was found near it, then sent.
@Controller
@RequestMapping("/consultations/{consultation}/contribuer")
class OnlineController {
    private static final String CLOSED = "Cette consultation ne recueille pas de contributions en ce moment.";

    private final Consultations consultations;
    private final OnlineContributions online;
    private final Territories territories;
    private final SeeAlso seeAlso;
    private final Rationing rationing;

    OnlineController(
            Consultations consultations,
            OnlineContributions online,
            Territories territories,
            SeeAlso seeAlso,
            Rationing rationing) {
        this.consultations = consultations;
        this.online = online;
        this.territories = territories;
        this.seeAlso = seeAlso;
        this.rationing = rationing;
    }

    /// What one is shown before sending: nothing of it refuses.
    record Checked(List<String> findings, SeeAlso.@Nullable Found related) {}

    @GetMapping
    String show(@PathVariable UUID consultation, @RequestParam Map<String, String> asked, Model model) {
        var open = open(consultation);
        return page(open, new OnlineForm(asked, open), null, model);
    }

    @PostMapping
    String send(
            @PathVariable UUID consultation,
            @RequestParam UUID jeton,
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        var open = open(consultation);
        var form = new OnlineForm(typed, open);
        var said = form.read(territories);
        if (said.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(open, form, null, model);
        }
        if (!form.asks("envoyer")) {
            return page(open, form, checked(open, form, said.get()), model);
        }
        if (!rationing.allows("contribution", Network.of(request).value())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader("Retry-After", "3600");
            form.form().refuse("Beaucoup de contributions viennent d'ici : réessayez dans une heure.");
            return page(open, form, null, model);
        }
        return switch (online.add(open, ContributionId.sentWith(jeton), said.get())) {
            case Sent.Received(var _, var path) -> {
                Notice.say(response, "Merci, votre contribution est reçue.");
                yield "redirect:" + path;
            }
            case Sent.Refused(var sentence) -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                form.form().refuse(sentence);
                yield page(open, form, checked(open, form, said.get()), model);
            }
        };
    }

    private Checked checked(Consultation consultation, OnlineForm form, OnlineForm.Said said) {
        var text = said.line().text();
        var related = form.looksAlone()
                ? null
                : seeAlso.to(text, consultation.id(), said.theme()).orElse(null);
        return new Checked(FindingRules.in(text), related);
    }

    private Consultation open(UUID id) {
        return consultations.find(new ConsultationId(id)).filter(online::takes).orElseThrow(new NotFound(CLOSED));
    }

    private String page(Consultation consultation, OnlineForm form, @Nullable Checked checked, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("form", form.form());
        model.addAttribute("checked", checked);
        model.addAttribute("alone", form.looksAlone());
        model.addAttribute("natures", OnlineForm.natures());
        model.addAttribute("themes", OnlineForm.themes(consultation));
        model.addAttribute("departements", OnlineForm.departements(territories));
        return "contribution/contribute";
    }
}
