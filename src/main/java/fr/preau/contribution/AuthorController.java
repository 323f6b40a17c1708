package fr.preau.contribution;

import fr.preau.consultation.Consultations;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/// What someone wrote online, for them alone: read it again, take it back, have their address forgotten. Once it is
/// taken
/// back or erased, the link opens nothing more.
@Controller
@RequestMapping("/consultations/contributions/lien/{key}")
class AuthorController {
    private final Authors authors;
    private final Contributions contributions;
    private final Consultations consultations;

    AuthorController(Authors authors, Contributions contributions, Consultations consultations) {
        this.authors = authors;
        this.contributions = contributions;
        this.consultations = consultations;
    }

    @ModelAttribute
    void keepLinkPrivate(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    @GetMapping
    String show(@PathVariable String key, Model model, HttpServletResponse response) {
        return page("contribution/mine", key, model, response);
    }

    @GetMapping("/retrait")
    String ask(@PathVariable String key, Model model, HttpServletResponse response) {
        return page("contribution/takeBack", key, model, response);
    }

    @PostMapping("/retrait")
    String takeBack(@PathVariable String key, HttpServletResponse response) {
        var author = open(key);
        var contribution = contributions.find(author.contribution()).orElseThrow();
        Notice.say(response, authors.takeBack(author));
        return "redirect:" + contribution.path();
    }

    @PostMapping("/adresse")
    String forgetMail(@PathVariable String key, HttpServletResponse response) {
        var author = open(key);
        authors.forgetMail(author);
        Notice.say(
                response, "Votre adresse est effacée : rien ne vous sera plus écrit au sujet de cette contribution.");
        return "redirect:" + author.path();
    }

    private Author open(String key) {
        return authors.behind(key).orElseThrow(new NotFound("Ce lien n'ouvre pas de contribution."));
    }

    private String page(String view, String key, Model model, HttpServletResponse response) {
        var author = open(key);
        var contribution = contributions.find(author.contribution()).orElseThrow();
        model.addAttribute("author", author);
        model.addAttribute("contribution", contribution);
        model.addAttribute(
                "consultation", consultations.find(contribution.consultation()).orElseThrow());
        if (contribution.state() == Contribution.State.REMOVED) {
            response.setStatus(HttpStatus.GONE.value());
            return "contribution/mineGone";
        }
        return view;
    }
}
