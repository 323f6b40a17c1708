package fr.preau.consultation;

import fr.preau.consultation.Parties.Said;
import fr.preau.web.Fields;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages behind the link that each party received: wishes, seat, leaving, and everything that is kept of them.
@Controller
@RequestMapping("/consultations/mes-voeux/{key}")
class PartyController {
    private final Parties parties;
    private final Sessions sessions;
    private final Wishing.Reader reader;
    private final Reasons reasons;

    PartyController(Parties parties, Sessions sessions, Wishing.Reader reader, Reasons reasons) {
        this.parties = parties;
        this.sessions = sessions;
        this.reader = reader;
        this.reasons = reasons;
    }

    static void keepSecret(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
    }

    @GetMapping
    String show(@PathVariable String key, HttpServletResponse response, Model model) {
        var party = party(key, response);
        model.addAttribute("party", party);
        model.addAttribute("wishing", wishing(party));
        return "consultation/party";
    }

    @GetMapping("/personnes/nouvelle")
    String blank(@PathVariable String key, HttpServletResponse response, Model model) {
        return page(party(key, response), null, Form.empty(), model);
    }

    @PostMapping("/personnes")
    String add(
            @PathVariable String key,
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        var party = party(key, response);
        var fields = new Fields(typed);
        var said = said(party, fields);
        var outcome = said == null ? null : parties.add(party, said, jeton);
        return answered(party, null, outcome, "La personne est inscrite.", fields, response, model);
    }

    @GetMapping("/personnes/{person}")
    String edit(@PathVariable String key, @PathVariable UUID person, HttpServletResponse response, Model model) {
        var party = party(key, response);
        var found = person(party, person);
        return page(party, found, Form.filled(SaidForm.of(found)), model);
    }

    @PostMapping("/personnes/{person}")
    String change(
            @PathVariable String key,
            @PathVariable UUID person,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model) {
        var party = party(key, response);
        var found = person(party, person);
        var fields = new Fields(typed);
        if (wishing(party).takesWishes()) {
            var said = said(party, fields);
            var outcome = said == null ? null : parties.change(party, found, said);
            return answered(party, found, outcome, "Les vœux sont enregistrés.", fields, response, model);
        }
        var seat = new SaidForm(fields).seat(sessions.workshops(party.session()));
        var outcome = seat == null ? null : parties.take(party, found, seat);
        return answered(party, found, outcome, "La place est à vous.", fields, response, model);
    }

    @GetMapping("/personnes/{person}/retrait")
    String askToLeave(@PathVariable String key, @PathVariable UUID person, HttpServletResponse response, Model model) {
        var party = party(key, response);
        model.addAttribute("party", party);
        model.addAttribute("person", person(party, person));
        model.addAttribute("wishing", wishing(party));
        return "consultation/leave";
    }

    @PostMapping("/personnes/{person}/retrait")
    String leave(@PathVariable String key, @PathVariable UUID person, HttpServletResponse response) {
        var party = party(key, response);
        parties.withdraw(party, person(party, person));
        Notice.say(response, "C'est noté, la place est rendue. Merci d'avoir prévenu.");
        return "redirect:" + party.path();
    }

    /// Why this workshop: the person's own check of their seat.
    @GetMapping("/personnes/{person}/pourquoi")
    String why(@PathVariable String key, @PathVariable UUID person, HttpServletResponse response, Model model) {
        var party = party(key, response);
        var found = person(party, person);
        model.addAttribute("party", party);
        model.addAttribute("person", found);
        model.addAttribute("wishing", wishing(party));
        model.addAttribute("reason", reasons.of(party.session(), found).orElse(null));
        model.addAttribute("now", reasons.now(party.session(), found));
        return "consultation/why";
    }

    /// Everything kept of them, to take away (RGPD, article 20).
    @GetMapping("/donnees.json")
    ResponseEntity<Map<String, Object>> data(@PathVariable String key, HttpServletResponse response) {
        var party = party(key, response);
        var wishing = wishing(party);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mes-donnees.json\"")
                .body(Map.of(
                        "session", wishing.session().title(),
                        "courriel", String.valueOf(party.mail()),
                        "personnes",
                                party.people().stream()
                                        .map(person -> data(person, wishing))
                                        .toList()));
    }

    private static Map<String, Object> data(Participant person, Wishing wishing) {
        var seat = person.seat();
        return Map.of(
                "appel", person.called(),
                "qualite", person.category().french(),
                "pseudonyme", person.pseudonym(),
                "voeux",
                        person.wishes().stream()
                                .map(wish -> wishing.workshop(wish).title())
                                .toList(),
                "atelier", seat == null ? "" : wishing.workshop(seat).title(),
                "besoins", person.needs(),
                "parti", person.withdrawn());
    }

    @GetMapping("/effacement")
    String askToForget(@PathVariable String key, HttpServletResponse response, Model model) {
        model.addAttribute("party", party(key, response));
        return "consultation/forget";
    }

    @PostMapping("/effacement")
    String forget(@PathVariable String key, HttpServletResponse response) {
        var party = party(key, response);
        parties.forget(party);
        Notice.say(response, "Votre adresse, les noms et les besoins sont effacés ; les places sont rendues.");
        return "redirect:/consultations";
    }

    private @Nullable Said said(Party party, Fields fields) {
        var session = sessions.find(party.session()).orElseThrow();
        return new SaidForm(fields).read(session, sessions.workshops(session.id()));
    }

    private String answered(
            Party party,
            @Nullable Participant person,
            @Nullable Outcome outcome,
            String said,
            Fields fields,
            HttpServletResponse response,
            Model model) {
        switch (outcome) {
            case Outcome.Done _ -> {
                Notice.say(response, said);
                return "redirect:" + party.path();
            }
            case Outcome.Full _ ->
                fields.form()
                        .refuse("atelier", "Quelqu'un vient de prendre la dernière place : choisissez-en un autre.");
            case Outcome.Refused(var reason) -> fields.form().refuse(reason);
            case null -> {}
        }
        response.setStatus(outcome == null ? 422 : 409);
        return page(party, person, fields.form(), model);
    }

    private Party party(String key, HttpServletResponse response) {
        keepSecret(response);
        return parties.behind(key)
                .orElseThrow(new NotFound(
                        "Ce lien n'ouvre aucune inscription. Ouvrez celui du dernier message que vous avez reçu."));
    }

    private Wishing wishing(Party party) {
        return reader.of(sessions.find(party.session()).orElseThrow());
    }

    private static Participant person(Party party, UUID id) {
        return party.people().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow(new NotFound("Cette personne n'est pas de ce lien."));
    }

    private String page(Party party, @Nullable Participant person, Form form, Model model) {
        model.addAttribute("party", party);
        model.addAttribute("person", person);
        model.addAttribute("wishing", wishing(party));
        model.addAttribute("form", form);
        return "consultation/person";
    }
}
