package fr.preau.synthesis;

import fr.preau.account.Viewer;
import fr.preau.consultation.Session;
import fr.preau.consultation.SessionId;
import fr.preau.consultation.Sessions;
import fr.preau.synthesis.InboxRepository.Filter;
import fr.preau.synthesis.InboxRepository.Show;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The workbench: what waits, twenty lines at a time, and where the synthesis stands.
@Controller
@RequestMapping("/espace/consultations/syntheses/{id}")
class WorkbenchController {
    private final SynthesisDoor door;
    private final InboxRepository inbox;
    private final SynthesisCourse course;
    private final ObjectionRepository objections;
    private final Grouper grouper;
    private final Sessions sessions;

    WorkbenchController(
            SynthesisDoor door,
            InboxRepository inbox,
            SynthesisCourse course,
            ObjectionRepository objections,
            Grouper grouper,
            Sessions sessions) {
        this.door = door;
        this.inbox = inbox;
        this.course = course;
        this.objections = objections;
        this.grouper = grouper;
        this.sessions = sessions;
    }

    /// The form of filters, and from where: `apres` or `avant` are a place of the list, « 1204.0 ». What is not
    /// understood narrows nothing.
    record Asked(
            @Nullable String vue,
            @Nullable String nature,
            @Nullable String seance,
            @Nullable String groupe,
            @Nullable String q,
            @Nullable String apres,
            @Nullable String avant) {
        Filter filter() {
            return new Filter(
                    Typed.constant(Show.class, vue).orElse(Show.UNDEALT),
                    Typed.constant(ItemNature.class, nature).orElse(null),
                    Typed.uuid(seance).map(SessionId::new).orElse(null),
                    Typed.uuid(groupe).orElse(null),
                    French.start(Typed.line(q), 200));
        }

        Form form() {
            var filter = filter();
            return Form.filled(Map.of(
                    "vue", filter.show().name(),
                    "nature", of(nature),
                    "seance", of(seance),
                    "groupe", of(groupe),
                    "q", filter.words()));
        }

        String address(Synthesis synthesis, String name, Item.Place place) {
            return UriComponentsBuilder.fromPath(synthesis.deskPath())
                    .queryParam("vue", "{vue}")
                    .queryParam("nature", "{nature}")
                    .queryParam("seance", "{seance}")
                    .queryParam("groupe", "{groupe}")
                    .queryParam("q", "{q}")
                    .queryParam(name, "{place}")
                    .encode()
                    .buildAndExpand(Map.of(
                            "vue", filter().show().name(),
                            "nature", of(nature),
                            "seance", of(seance),
                            "groupe", of(groupe),
                            "q", filter().words(),
                            "place", place.seq() + "." + place.piece()))
                    .toUriString();
        }

        private static String of(@Nullable String typed) {
            return typed == null ? "" : Typed.line(typed);
        }
    }

    /// One screen of the list, and the addresses of those around it, null where there is none.
    record Lines(
            List<Item> items,
            @Nullable String previous,
            @Nullable String next) {}

    @GetMapping
    String inbox(@PathVariable UUID id, Asked asked, Viewer viewer, Model model) {
        return show(door.open(id, viewer), asked, null, model);
    }

    /// Submit, open to objections, validate, take up again.
    @PostMapping("/etape")
    String step(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String etape,
            @RequestParam(defaultValue = "") String jours,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            Model model,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        var act = door.act(synthesis, ticket, viewer);
        var outcome = switch (etape) {
            case "soumettre" -> course.submit(act, ticket.seen());
            case "ouvrir" ->
                jours.matches("\\d{1,3}")
                        ? course.contest(act, ticket.seen(), Integer.parseInt(jours))
                        : new SynthesisOutcome.Refused("Écrivez un nombre de jours, en chiffres.");
            case "valider" -> course.validate(act, ticket.seen());
            case "rouvrir" -> course.reopen(act, ticket.seen());
            default -> new SynthesisOutcome.Refused("Choisissez ce que vous voulez faire de la synthèse.");
        };
        if (outcome instanceof SynthesisOutcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:" + synthesis.deskPath();
        }
        response.setStatus(409);
        return show(
                door.open(id, viewer), new Asked(null, null, null, null, null, null, null), outcome.sentence(), model);
    }

    @PostMapping("/regroupements/{grouping}/defaire")
    String undo(
            @PathVariable UUID id,
            @PathVariable UUID grouping,
            SynthesisDoor.Ticket ticket,
            Viewer viewer,
            HttpServletResponse response) {
        var synthesis = door.open(id, viewer);
        Notice.say(
                response,
                grouper.undo(door.act(synthesis, ticket, viewer), grouping).sentence());
        return "redirect:" + synthesis.deskPath();
    }

    private String show(Synthesis synthesis, Asked asked, @Nullable String refusal, Model model) {
        var filter = asked.filter();
        var groupings = grouper.of(synthesis.id());
        model.addAttribute("synthesis", synthesis);
        model.addAttribute("consultation", door.consultation(synthesis.consultation()));
        model.addAttribute("coverage", inbox.coverage(synthesis.id()));
        model.addAttribute("lines", lines(synthesis, asked));
        model.addAttribute("count", inbox.count(synthesis.id(), filter));
        model.addAttribute("form", asked.form());
        model.addAttribute("sessions", sessions(synthesis));
        model.addAttribute("groupings", groupings);
        model.addAttribute("groups", Choice.of(groupings, one -> one.id().toString(), Grouping::label));
        model.addAttribute(
                "objections",
                objections.of(synthesis.id()).stream().filter(Objection::isOpen).count());
        model.addAttribute("refusal", refusal);
        return "synthesis/workbench";
    }

    private Lines lines(Synthesis synthesis, Asked asked) {
        var back = place(asked.avant());
        var found = back == null
                ? inbox.after(
                        synthesis.id(),
                        asked.filter(),
                        Objects.requireNonNullElse(place(asked.apres()), Item.Place.FIRST))
                : inbox.before(synthesis.id(), asked.filter(), back);
        var more = found.size() > Pager.LINES;
        var shown = found.subList(0, Math.min(found.size(), Pager.LINES));
        if (back != null) {
            shown = shown.reversed();
        }
        if (shown.isEmpty()) {
            return new Lines(shown, null, null);
        }
        var hasBefore = back == null ? asked.apres() != null : more;
        var hasAfter = back == null ? more : true;
        return new Lines(
                shown,
                hasBefore ? asked.address(synthesis, "avant", shown.getFirst().place()) : null,
                hasAfter ? asked.address(synthesis, "apres", shown.getLast().place()) : null);
    }

    private static Item.@Nullable Place place(@Nullable String typed) {
        if (typed == null || !typed.matches("\\d{1,15}\\.\\d{1,5}")) {
            return null;
        }
        var dot = typed.indexOf('.');
        return new Item.Place(Long.parseLong(typed.substring(0, dot)), Integer.parseInt(typed.substring(dot + 1)));
    }

    private List<Choice> sessions(Synthesis synthesis) {
        return Choice.of(
                inbox.sessions(synthesis.id()).stream()
                        .flatMap(id -> sessions.find(id).stream())
                        .toList(),
                session -> session.id().value().toString(),
                Session::title);
    }
}
