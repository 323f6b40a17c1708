package fr.preau.consultation;

import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The short address that a poster shows, for those who type it.
@Controller
class CodeController {
    static final String PATH = "/venir/";

    private final Sessions sessions;

    CodeController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping(PATH + "{code}")
    String follow(@PathVariable String code, HttpServletResponse response) {
        PartyController.keepSecret(response);
        return "redirect:"
                + sessions.coded(code)
                        .flatMap(Session::way)
                        .orElseThrow(
                                new NotFound(
                                        "Ce code n'ouvre aucune inscription : relisez-le sur l'affiche, ou demandez le nouveau."));
    }
}
