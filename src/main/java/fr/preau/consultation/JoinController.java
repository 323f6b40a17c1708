package fr.preau.consultation;

import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.Network;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Taking part in a session, by its private link or from its page when it is open to all [EGN C5]. No account: the
/// answer goes to the address given, and says the same whether it was known or not.
@Controller
@RequestMapping("/consultations")
class JoinController {
    private final Sessions sessions;
    private final Parties parties;
    private final Wishing.Reader reader;

    JoinController(Sessions sessions, Parties parties, Wishing.Reader reader) {
        this.sessions = sessions;
        this.parties = parties;
        this.reader = reader;
    }

    @GetMapping("/inscription/{key}")
    String byKey(@PathVariable String key, HttpServletResponse response, Model model) {
        PartyController.keepSecret(response);
        return page(reader.of(behind(key)), Form.empty(), "/consultations/inscription/" + key, model);
    }

    @PostMapping("/inscription/{key}")
    String joinByKey(
            @PathVariable String key,
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PartyController.keepSecret(response);
        return join(behind(key), "/consultations/inscription/" + key, jeton, typed, request, response, model);
    }

    @GetMapping("/sessions/{id}/inscription")
    String open(@PathVariable UUID id, Model model) {
        var session = toAll(id);
        return page(reader.of(session), Form.empty(), session.path() + "/inscription", model);
    }

    @PostMapping("/sessions/{id}/inscription")
    String joinOpen(
            @PathVariable UUID id,
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var session = toAll(id);
        return join(session, session.path() + "/inscription", jeton, typed, request, response, model);
    }

    @GetMapping("/sessions/{id}/merci")
    String thanks(@PathVariable UUID id, Model model) {
        var session = sessions.find(new SessionId(id))
                .filter(Session::isPublic)
                .orElseThrow(new NotFound("Cette session n'existe pas."));
        model.addAttribute("session", session);
        return "consultation/thanks";
    }

    private String join(
            Session session,
            String action,
            UUID form,
            MultiValueMap<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var wishing = reader.of(session);
        var fields = new Fields(typed);
        if (wishing.closed() != null) {
            response.setStatus(409);
            return page(wishing, fields.form(), action, model);
        }
        var read = new SaidForm(fields);
        var mail = read.mail();
        var said = read.read(session, wishing.workshops());
        if (said == null || mail.isEmpty()) {
            response.setStatus(422);
            return page(wishing, fields.form(), action, model);
        }
        return switch (parties.join(
                session.id(), mail.get(), said, form, Network.of(request).value())) {
            case Outcome.Done _ -> "redirect:" + session.path() + "/merci";
            case Outcome.Full _ -> {
                response.setStatus(409);
                fields.form()
                        .refuse("atelier", "Quelqu'un vient de prendre la dernière place : choisissez-en un autre.");
                yield page(reader.of(session), fields.form(), action, model);
            }
            case Outcome.Refused(var reason) -> {
                response.setStatus(409);
                fields.form().refuse(reason);
                yield page(wishing, fields.form(), action, model);
            }
        };
    }

    private Session behind(String key) {
        return sessions.behind(key)
                .orElseThrow(
                        new NotFound(
                                "Ce lien d'inscription n'ouvre rien : il a pu être changé. Demandez le nouveau à qui vous l'a donné."));
    }

    private Session toAll(UUID id) {
        return sessions.find(new SessionId(id))
                .filter(session -> session.isPublic() && !session.joining().byKey())
                .orElseThrow(new NotFound("On s'inscrit à cette session par le lien que son organisateur donne."));
    }

    private static String page(Wishing wishing, Form form, String action, Model model) {
        model.addAttribute("wishing", wishing);
        model.addAttribute("form", form);
        model.addAttribute("action", action);
        return "consultation/join";
    }
}
