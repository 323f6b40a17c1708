package fr.preau.registration;

import fr.preau.web.Form;
import fr.preau.web.Network;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// « Retrouver mes inscriptions »: the links again, by mail. The answer is the same whoever asks for whomever.
@Controller
@RequestMapping("/inscriptions/retrouver")
class LostLinkController {
    private final LostLinks links;

    LostLinkController(LostLinks links) {
        this.links = links;
    }

    record MailForm(String courriel) {
        MailForm {
            courriel = Typed.line(courriel);
        }
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("form", Form.empty());
        return "registration/lost";
    }

    @PostMapping
    String send(
            MailForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mail = Mails.read(form.courriel(), errors);
        model.addAttribute("form", Form.of(errors));
        if (mail == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return "registration/lost";
        }
        if (!links.send(mail, Network.of(request))) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, "3600");
            model.addAttribute(
                    "form",
                    Form.of(errors).refuse("Trop de demandes depuis votre réseau : recommencez dans une heure."));
            return "registration/lost";
        }
        return "redirect:/inscriptions/retrouver/envoi";
    }

    @GetMapping("/envoi")
    String sent() {
        return "registration/lostSent";
    }
}
