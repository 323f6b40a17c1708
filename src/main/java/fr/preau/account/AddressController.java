package fr.preau.account;

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

/// The link a new address receives: whoever reads it says yes. Mail programs open links before people do, so opening it
/// changes nothing.
@Controller
@RequestMapping("/adresse/{key}")
class AddressController {
    private final AddressChange addresses;

    AddressController(AddressChange addresses) {
        this.addresses = addresses;
    }

    @GetMapping
    String open(@PathVariable String key, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var asked = addresses.find(key);
        if (asked.isEmpty()) {
            return gone(response, false, model);
        }
        model.addAttribute("key", key);
        model.addAttribute("mail", asked.get().mail().value());
        return "account/address";
    }

    @PostMapping
    String confirm(@PathVariable String key, HttpServletResponse response, Model model) {
        return switch (addresses.confirm(key)) {
            case DONE -> {
                Notice.say(response, "Votre compte a une nouvelle adresse : connectez-vous avec elle désormais.");
                yield "redirect:/espace";
            }
            case GONE -> gone(response, false, model);
            case TAKEN -> gone(response, true, model);
        };
    }

    private static String gone(HttpServletResponse response, boolean taken, Model model) {
        response.setStatus(taken ? HttpStatus.CONFLICT.value() : HttpStatus.GONE.value());
        model.addAttribute("taken", taken);
        return "account/addressGone";
    }
}
