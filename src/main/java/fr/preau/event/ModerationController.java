package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.French;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The moderators' queue, and one event of it.
@Controller
@RequestMapping("/espace/moderation")
class ModerationController {
    private final ModerationDoor door;
    private final ModerationRepository waiting;
    private final Moderation moderation;
    private final ModerationPages pages;
    private final Organisations organisations;
    private final Territories territories;
    private final Clock clock;

    ModerationController(
            ModerationDoor door,
            ModerationRepository waiting,
            Moderation moderation,
            ModerationPages pages,
            Organisations organisations,
            Territories territories,
            Clock clock) {
        this.door = door;
        this.waiting = waiting;
        this.moderation = moderation;
        this.pages = pages;
        this.organisations = organisations;
        this.territories = territories;
        this.clock = clock;
    }

    @GetMapping
    String queue(
            Viewer viewer,
            @RequestParam(defaultValue = "") String territoire,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var scope = door.scope(viewer, territoire);
        var number = Math.clamp(page, 1, 100_000);
        var here = UriComponentsBuilder.fromPath("/espace/moderation")
                .queryParam("territoire", territoire)
                .build()
                .encode()
                .toUriString();
        var lines = waiting.waiting(scope, Pager.offset(number), Pager.LINES);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "organisations",
                organisations.find(lines.stream()
                        .map(ModerationRepository.Waiting::organisation)
                        .toList()));
        model.addAttribute("places", places(lines));
        model.addAttribute("form", Form.filled(Map.of("territoire", territoire)));
        model.addAttribute("territories", viewer.isPilot() ? choices() : List.of());
        model.addAttribute("pager", Pager.of(number, waiting.count(scope), here));
        model.addAttribute("now", clock.instant());
        return "event/moderationQueue";
    }

    @GetMapping("/{id}")
    String event(@PathVariable UUID id, Viewer viewer, Model model) {
        return pages.event(door.open(id, viewer), Form.empty(), viewer, model);
    }

    @GetMapping("/{id}/image")
    ResponseEntity<byte[]> image(@PathVariable UUID id, Viewer viewer) {
        return pages.image(door.open(id, viewer));
    }

    @PostMapping("/{id}/accepter")
    String accept(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            Model model,
            HttpServletResponse response) {
        var writing = door.decide(id, ticket, viewer);
        return answer(new Asked(id, viewer, model), moderation.accept(writing), response, writing);
    }

    @PostMapping("/{id}/refuser")
    String refuse(
            @PathVariable UUID id,
            Viewer viewer,
            OrganiserDoor.Ticket ticket,
            ReplyForm typed,
            Model model,
            HttpServletResponse response) {
        var writing = door.decide(id, ticket, viewer);
        var form = typed.shown();
        var reply = typed.reply(form);
        if (reply.isEmpty() || !typed.isOneOf(form, "changes", "reject")) {
            return again(new Asked(id, viewer, model), form, response);
        }
        if (typed.decision().equals("reject") && !typed.isConfirmed()) {
            return confirm(new Asked(id, viewer, model), writing, form, response);
        }
        var outcome = typed.decision().equals("reject")
                ? moderation.reject(writing, reply.get())
                : moderation.requestChanges(writing, reply.get());
        return answer(new Asked(id, viewer, model), outcome, response, writing);
    }

    private record Asked(UUID id, Viewer viewer, Model model) {}

    /// A refusal cannot be taken back: asked once more, unless somebody decided meanwhile.
    private String confirm(Asked asked, Writing writing, Form form, HttpServletResponse response) {
        var standing = door.open(asked.id(), asked.viewer());
        return standing.event().lock() == writing.lock()
                ? pages.refusal(standing, form, asked.model())
                : answer(asked, new Outcome.Stale(), response, writing);
    }

    private String again(Asked asked, Form form, HttpServletResponse response) {
        response.setStatus(422);
        return pages.event(door.open(asked.id(), asked.viewer()), form, asked.viewer(), asked.model());
    }

    private String answer(Asked asked, Outcome outcome, HttpServletResponse response, Writing writing) {
        if (outcome instanceof Outcome.Done(var sentence)) {
            Notice.say(response, sentence);
            return "redirect:/espace/moderation";
        }
        response.setStatus(409);
        var standing = door.open(asked.id(), asked.viewer());
        asked.model().addAttribute("refusal", pages.overtaken(standing, outcome, writing));
        return pages.event(standing, Form.empty(), asked.viewer(), asked.model());
    }

    private Map<EventId, String> places(List<ModerationRepository.Waiting> lines) {
        var places = new LinkedHashMap<EventId, String>();
        lines.forEach(line -> places.put(
                line.id(),
                line.departements().stream()
                        .flatMap(code -> territories.departement(code).stream())
                        .map(Departement::name)
                        .collect(Collectors.joining(", "))));
        return places;
    }

    private List<Choice> choices() {
        var all = new ArrayList<Choice>();
        all.add(new Choice("national", "Ce qui relève du national"));
        all.addAll(Choice.of(territories.regions(), one -> one.key(), one -> "Région " + one.name()));
        all.addAll(Choice.of(territories.academies(), one -> one.key(), one -> "Académie " + French.of(one.name())));
        return all;
    }
}
