package fr.preau.registration;

import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// The link the new address of a registration receives: whoever reads it says yes. Mail programs open links before
/// people do, so opening it changes nothing.
@Controller
@RequestMapping("/inscriptions/adresse/{secret}")
class NewAddressController {
    private final Corrections corrections;

    NewAddressController(Corrections corrections) {
        this.corrections = corrections;
    }

    @GetMapping
    String open(@PathVariable String secret, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var asked = corrections.asked(secret);
        if (asked.isEmpty()) {
            return gone(response, false, model);
        }
        model.addAttribute("secret", secret);
        model.addAttribute("mail", asked.get().mail());
        return "registration/newAddress";
    }

    @PostMapping
    String confirm(@PathVariable String secret, HttpServletResponse response, Model model) {
        return switch (corrections.confirm(secret)) {
            case Corrections.Confirmation.Done(var registration) -> {
                Notice.say(response, "L'adresse est changée. Cette page a un nouveau lien, il vous est envoyé.");
                yield "redirect:" + registration.path();
            }
            case Corrections.Confirmation.Gone() -> gone(response, false, model);
            case Corrections.Confirmation.Taken() -> gone(response, true, model);
        };
    }

    private static String gone(HttpServletResponse response, boolean taken, Model model) {
        response.setStatus(taken ? HttpStatus.CONFLICT.value() : HttpStatus.GONE.value());
        model.addAttribute("taken", taken);
        return "registration/newAddressGone";
    }
}
