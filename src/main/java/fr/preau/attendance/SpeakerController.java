package fr.preau.attendance;

import fr.preau.account.Viewer;
import fr.preau.web.Form;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Certificates the organiser gives to those who spoke. Their name is typed for the paper and never stored.
@Controller
@RequestMapping("/espace/evenements/{event}/seances/{session}/accueil/attestations")
class SpeakerController {
    private final Desks desks;
    private final Certificates certificates;
    private final CertificatePages pages;

    SpeakerController(Desks desks, Certificates certificates, CertificatePages pages) {
        this.desks = desks;
        this.certificates = certificates;
        this.pages = pages;
    }

    record NameForm(
            @NotEmpty(message = "Écrivez le nom à mettre sur l'attestation.")
            @Size(max = 100, message = "Un nom tient en 100 caractères.")
            String nom) {
        NameForm {
            nom = nom == null ? "" : nom.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        }
    }

    @GetMapping
    String ask(@PathVariable UUID event, @PathVariable UUID session, Viewer viewer, Model model) {
        return page(desks.open(event, session, viewer), Form.empty(), model);
    }

    @PostMapping
    String issue(
            @PathVariable UUID event,
            @PathVariable UUID session,
            Viewer viewer,
            @Valid NameForm form,
            BindingResult errors,
            @RequestParam UUID jeton,
            HttpServletResponse response,
            Model model) {
        var desk = desks.open(event, session, viewer);
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(desk, Form.of(errors), model);
        }
        if (refusal(desk) != null) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(desk, Form.of(errors), model);
        }
        model.addAttribute("paper", pages.ofSpeaker(desk, certificates.forSpeaker(desk, jeton), form.nom()));
        return "attendance/certificate";
    }

    private static String page(Desk desk, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("refusal", refusal(desk));
        model.addAttribute("form", form);
        return "attendance/speakers";
    }

    private static @Nullable String refusal(Desk desk) {
        if (desk.event().cancelled() || desk.session().cancelled()) {
            return "Cette séance est annulée : il n'y a rien à attester.";
        }
        return desk.isOver() ? null : "Les attestations se font une fois la séance finie.";
    }
}
