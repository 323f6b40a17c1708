package fr.preau.account;

import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.Network;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages before one is signed in: asking for a link, opening it.
@Controller
class SignInController {
    private final SignIn signIn;
    private final boolean demonstration;

    SignInController(SignIn signIn, Environment environment) {
        this.signIn = signIn;
        this.demonstration = environment.matchesProfiles("demonstration");
    }

    /// `vers` is the page to go to next; without it, the page whose opening asked to sign in.
    @GetMapping("/connexion")
    String ask(
            @RequestParam(required = false) @Nullable String vers,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var destination = vers == null ? wanted(request, response) : Destination.of(vers);
        if (viewer.isSignedIn()) {
            return "redirect:" + destination;
        }
        model.addAttribute("form", Form.filled(Map.of("vers", destination)));
        return "account/signIn";
    }

    @PostMapping("/connexion")
    String send(
            @Valid @ModelAttribute SignInForm form,
            BindingResult errors,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mail = form.mail();
        if (mail.isEmpty()) {
            if (!errors.hasErrors()) {
                errors.rejectValue("courriel", "refused", MailForm.INCOMPLETE);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("form", Form.of(errors));
            return "account/signIn";
        }
        return switch (signIn.ask(mail.get(), Destination.of(form.vers()), Network.of(request))) {
            case SignIn.Outcome.Sent() -> "redirect:/connexion/envoi";
            case SignIn.Outcome.TooMany(var pause) -> {
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
                model.addAttribute("form", Form.of(errors).refuse(tooMany(pause)));
                yield "account/signIn";
            }
        };
    }

    private static String tooMany(Duration pause) {
        return "Beaucoup de liens ont été demandés depuis votre réseau : attendez %s, puis recommencez. Un lien déjà reçu reste valable 15 minutes après son envoi."
                .formatted(French.count(pause.toMinutes() + 1, "minute", "minutes"));
    }

    @GetMapping("/connexion/envoi")
    String sent() {
        return "account/signInSent";
    }

    @GetMapping("/connexion/lien")
    String open(
            @RequestParam(defaultValue = "") String token, Viewer viewer, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var link = signIn.find(token);
        if (link.isPresent()) {
            model.addAttribute("link", link.get());
            return "account/signInLink";
        }
        if (viewer.isSignedIn()) {
            return "redirect:" + Destination.SPACE; // a second click: the first one signed in
        }
        response.setStatus(HttpStatus.GONE.value());
        return "account/signInGone";
    }

    @ModelAttribute("demonstration")
    boolean demonstration() {
        return demonstration;
    }

    private static String wanted(HttpServletRequest request, HttpServletResponse response) {
        var saved = new CookieRequestCache().getRequest(request, response);
        return saved == null ? Destination.SPACE : Destination.ofAddress(saved.getRedirectUrl());
    }
}
