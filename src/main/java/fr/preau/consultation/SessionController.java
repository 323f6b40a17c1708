package fr.preau.consultation;

import fr.preau.account.Viewer;
import fr.preau.consultation.Consultation.Stage;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.territory.Territory.Level;
import fr.preau.web.Choice;
import fr.preau.web.Fields;
import fr.preau.web.Forbidden;
import fr.preau.web.Form;
import fr.preau.web.NotFound;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Sessions of a territory: prepared from a template, changed, cancelled.
@Controller
@RequestMapping(SessionController.HOME)
class SessionController {
    static final String HOME = "/espace/consultations";

    private final Consultations consultations;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final SessionActs acts;
    private final Desk.Keys keys;
    private final Steering steering;
    private final Territories territories;
    private final Clock clock;
    private final List<SessionLinks> links;

    SessionController(
            Consultations consultations,
            Sessions sessions,
            SessionDesk desk,
            SessionActs acts,
            Desk.Keys keys,
            Steering steering,
            Territories territories,
            Clock clock,
            List<SessionLinks> links) {
        this.links = links;
        this.consultations = consultations;
        this.sessions = sessions;
        this.desk = desk;
        this.acts = acts;
        this.keys = keys;
        this.steering = steering;
        this.territories = territories;
        this.clock = clock;
    }

    /// A consultation and how many of its sessions one steers.
    record Mine(Consultation consultation, int sessions) {
        boolean takesSessions() {
            return consultation.stage() == Stage.PREPARATION || consultation.stage() == Stage.OPEN;
        }

        String path() {
            return HOME + "/" + consultation.id().value();
        }
    }

    @GetMapping
    String home(@RequestParam(defaultValue = "1") int page, Viewer viewer, Model model) {
        forWhoPrepares(viewer);
        var all = consultations.all();
        var pager = Pager.near(page, all.size(), HOME);
        var counts = sessions.count(mine(viewer));
        model.addAttribute(
                "mine",
                pager.of(all).stream()
                        .map(one -> new Mine(one, counts.getOrDefault(one.id(), 0)))
                        .toList());
        model.addAttribute("pager", pager);
        model.addAttribute("pilot", viewer.isPilot());
        return "consultation/mine";
    }

    @GetMapping("/{consultation}")
    String list(
            @PathVariable UUID consultation,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "1") int page,
            Viewer viewer,
            Model model) {
        var found = consultation(consultation, viewer);
        var steered = sessions.currentOf(found.id()).stream()
                .filter(session -> steering.steers(viewer, session.territory()))
                .toList();
        var mine = new Mine(found, steered.size());
        model.addAttribute("mine", mine);
        model.addAttribute("sessions", SessionList.of(steered, territoire, page, mine.path()));
        return "consultation/sessions";
    }

    @GetMapping("/{consultation}/sessions/nouvelle")
    String blank(@PathVariable UUID consultation, Viewer viewer, Model model) {
        var found = consultation(consultation, viewer);
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        var values = SessionForm.blank(today, found.calendar().collectsTo());
        var mine = territories(viewer);
        if (mine.size() == 1) {
            values.put("territoire", List.of(mine.getFirst().value()));
        }
        return page(found, null, Form.filled(values), 0, viewer, model);
    }

    @PostMapping("/{consultation}/sessions")
    String create(
            @PathVariable UUID consultation,
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var found = consultation(consultation, viewer);
        var fields = new Fields(typed);
        var seats = fields.number("places", 1, 2000);
        var session = new SessionForm(fields, territories).read(jeton, found, null, 0);
        if (session != null && !steering.steers(viewer, session.territory())) {
            fields.form().refuse("territoire", "Vous ne coordonnez pas ce territoire.");
            session = null;
        }
        if (session == null) {
            response.setStatus(422);
            return page(found, null, fields.form(), 0, viewer, model);
        }
        desk.create(session, found, seats);
        Notice.say(response, "La session est préparée : un atelier par thème. Relisez-les, puis choisissez la règle.");
        return "redirect:" + session.deskPath();
    }

    @GetMapping("/sessions/{id}")
    String show(@PathVariable UUID id, Viewer viewer, Model model) {
        var open = keys.open(id, viewer);
        model.addAttribute("desk", open);
        model.addAttribute("missing", desk.missing(open.session()));
        model.addAttribute(
                "links",
                links.stream()
                        .flatMap(one -> one.linksFor(open.session()).stream())
                        .toList());
        return "consultation/desk";
    }

    @GetMapping("/sessions/{id}/modifier")
    String edit(@PathVariable UUID id, Viewer viewer, Model model) {
        var open = keys.open(id, viewer);
        return page(
                open.consultation(),
                open.session(),
                Form.filled(SessionForm.of(open.session())),
                open.session().lock(),
                viewer,
                model);
    }

    @PostMapping("/sessions/{id}/modifier")
    String change(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var open = keys.open(id, viewer);
        var before = open.session();
        var fields = new Fields(typed);
        var lock = Typed.number(Typed.line(typed.getFirst("lock"))).orElse(-1);
        var session = new SessionForm(fields, territories).read(id, open.consultation(), before, lock);
        if (session == null) {
            response.setStatus(422);
            return page(open.consultation(), before, fields.form(), lock, viewer, model);
        }
        switch (acts.change(session, viewer)) {
            case SessionChange.Done() -> {
                Notice.say(response, "La session est enregistrée.");
                return "redirect:" + before.deskPath();
            }
            case SessionChange.Broken(var sentences) -> sentences.forEach(fields.form()::refuse);
            case SessionChange.Stale() ->
                fields.form()
                        .refuse(
                                "Cette session a changé pendant que vous écriviez. Ce que vous avez écrit est gardé ici ;"
                                        + " enregistrez encore pour qu'il prenne la place.");
        }
        var stale =
                fields.form().summary().stream().anyMatch(error -> error.href().isEmpty());
        response.setStatus(stale ? 409 : 422);
        return page(open.consultation(), before, fields.form(), before.lock(), viewer, model);
    }

    @PostMapping("/sessions/{id}/ouverture")
    String open(@PathVariable UUID id, Viewer viewer, HttpServletResponse response) {
        var open = keys.open(id, viewer);
        var missing = desk.missing(open.session());
        acts.open(open.session().id(), viewer);
        Notice.say(response, missing.isEmpty() ? "Les inscriptions sont ouvertes." : missing.getFirst());
        return "redirect:" + open.path();
    }

    @GetMapping("/sessions/{id}/annulation")
    String askToCancel(@PathVariable UUID id, Viewer viewer, Model model) {
        return askToCancel(keys.open(id, viewer), Form.empty(), model);
    }

    @PostMapping("/sessions/{id}/annulation")
    String cancel(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpServletResponse response,
            Model model) {
        var open = keys.open(id, viewer);
        var fields = new Fields(typed);
        var reason = Cancelling.reason(fields, open.session());
        if (fields.hasErrors()) {
            response.setStatus(422);
            return askToCancel(open, fields.form(), model);
        }
        switch (acts.cancel(open.session().id(), Cancelling.lock(fields), reason, viewer)) {
            case Outcome.Done _ ->
                Notice.say(response, "La session est annulée ; les personnes inscrites sont prévenues.");
            case Outcome.Refused(var already) -> Notice.say(response, already);
            case Outcome.Stale _ -> {
                response.setStatus(409);
                fields.form().refuse(Cancelling.CHANGED);
                return askToCancel(keys.open(id, viewer), fields.form(), model);
            }
            case Outcome.Full _ -> throw new IllegalStateException("cancelling takes no seat");
        }
        return "redirect:" + open.path();
    }

    private static String askToCancel(Desk desk, Form form, Model model) {
        model.addAttribute("desk", desk);
        model.addAttribute("form", form);
        return "consultation/cancel";
    }

    /// For whoever prepares a session of it somewhere.
    private Consultation consultation(UUID id, Viewer viewer) {
        var found = consultations
                .find(new ConsultationId(id))
                .orElseThrow(new NotFound("Cette consultation n'existe pas."));
        forWhoPrepares(viewer);
        return found;
    }

    private static void forWhoPrepares(Viewer viewer) {
        Forbidden.unless(
                viewer.isPilot() || viewer.isCoordinator(),
                "Les sessions de consultation sont préparées par les coordinations de territoire.");
    }

    private List<Choice> territories(Viewer viewer) {
        return Choice.of(mine(viewer), Territory::key, Territory::label);
    }

    /// Those one may prepare a session in.
    private List<Territory> mine(Viewer viewer) {
        return territories.all().stream()
                .filter(territory -> territory.level() == Level.ACADEMIE || territory.level() == Level.DEPARTEMENT)
                .filter(territory -> steering.steers(viewer, territory))
                .toList();
    }

    private String page(
            Consultation consultation, @Nullable Session session, Form form, int lock, Viewer viewer, Model model) {
        model.addAttribute("consultation", consultation);
        model.addAttribute("session", session);
        model.addAttribute("form", form);
        model.addAttribute("lock", lock);
        model.addAttribute("territories", territories(viewer));
        model.addAttribute("kinds", Choice.of(List.of(Step.Kind.values()), Step.Kind::name, Step.Kind::french));
        return "consultation/session";
    }
}
