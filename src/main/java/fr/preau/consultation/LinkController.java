package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.QrCode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The link by which people register: shown, printed, changed, revoked.
@Controller
@RequestMapping(SessionController.HOME + "/sessions/{id}")
class LinkController {
    private final Desk.Keys keys;
    private final SessionActs acts;
    private final String address;

    LinkController(Desk.Keys keys, SessionActs acts, @Value("${preau.address}") String address) {
        this.keys = keys;
        this.acts = acts;
        this.address = address.replaceAll("/+$", "");
    }

    @GetMapping("/lien")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        return page("consultation/link", id, viewer, model);
    }

    @GetMapping("/affiche")
    String poster(@PathVariable UUID id, Viewer viewer, Model model) {
        return page("consultation/poster", id, viewer, model);
    }

    /// The old link opens nothing any more.
    @PostMapping("/lien")
    String change(@PathVariable UUID id, @RequestParam UUID jeton, Viewer viewer, HttpServletResponse response) {
        var desk = keys.open(id, viewer);
        if (desk.session().joining().byKey() && acts.changeKey(desk.session().id(), jeton, viewer)) {
            Notice.say(
                    response,
                    "Le lien est changé : l'ancien n'ouvre plus rien. Imprimez de nouveau l'affiche si vous l'aviez posée.");
        }
        return "redirect:" + desk.path() + "/lien";
    }

    /// Nobody registers by link until a new one is drawn.
    @PostMapping("/lien/revocation")
    String revoke(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        var desk = keys.open(id, viewer);
        acts.revoke(desk.session().id(), viewer);
        Notice.say(response, "Le lien n'ouvre plus rien. Tirez-en un nouveau quand vous voudrez.");
        return "redirect:" + desk.path() + "/lien";
    }

    private String page(String view, UUID id, Viewer viewer, Model model) {
        var desk = keys.open(id, viewer);
        var session = desk.session();
        if (session.state() == Session.State.DRAFT) {
            throw new NotFound("Ouvrez d'abord les inscriptions : le lien est tiré à ce moment-là.");
        }
        var way = session.way();
        var code = session.joining().code();
        model.addAttribute("desk", desk);
        model.addAttribute("revoked", way.isEmpty());
        model.addAttribute("address", address + way.orElse(session.path()));
        model.addAttribute("typed", code == null || way.isEmpty() ? null : address + CodeController.PATH + code);
        model.addAttribute("code", QrCode.of(address + way.orElse(session.path())));
        return view;
    }
}
