package fr.preau.event;

import fr.preau.account.Organisation;
import fr.preau.account.OrganisationId;
import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.web.Forbidden;
import fr.preau.web.Link;
import fr.preau.web.Notice;
import fr.preau.web.Pager;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The events of one's organisations, and a new one.
@Controller
class OrganiserListController {
    private final Authoring authoring;
    private final OrganiserPages pages;
    private final EventFormReader reader;
    private final Organisations organisations;
    private final Editions editions;
    private final OrganiserDoor door;
    private final Handovers handovers;
    private final EditionChoice choice;

    OrganiserListController(
            Authoring authoring,
            OrganiserPages pages,
            EventFormReader reader,
            Organisations organisations,
            Editions editions,
            OrganiserDoor door,
            Handovers handovers,
            EditionChoice choice) {
        this.choice = choice;
        this.door = door;
        this.handovers = handovers;
        this.authoring = authoring;
        this.pages = pages;
        this.reader = reader;
        this.organisations = organisations;
        this.editions = editions;
    }

    @GetMapping("/espace/evenements")
    String list(Viewer viewer, @RequestParam(defaultValue = "1") int page, Model model) {
        var mine = viewer.organisations();
        var number = Math.clamp(page, 1, 100_000);
        var pager = Pager.of(number, authoring.count(mine), "/espace/evenements");
        model.addAttribute("lines", authoring.list(mine, Pager.offset(number), Pager.LINES));
        model.addAttribute("organisations", organisations.find(mine));
        model.addAttribute("edition", editions.current().orElse(null));
        model.addAttribute("pager", pager);
        model.addAttribute("offers", offers(viewer));
        return "event/organiserList";
    }

    @GetMapping("/espace/evenements/nouveau")
    String blank(Viewer viewer, Model model) {
        if (viewer.organisations().isEmpty()) {
            return "event/organiserNone";
        }
        var form = EventForm.empty(viewer.name(), Objects.toString(viewer.mail(), ""));
        return pages.blank(form, OrganiserPages.Shown.with(List.of(), 0), named(viewer), model);
    }

    @PostMapping("/espace/evenements")
    String create(
            Viewer viewer,
            @RequestParam UUID jeton,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response) {
        var form = EventForm.typed(sent);
        if (OrganiserPages.changesRows(form, sent.getFirst("action"))) {
            return pages.blank(form, OrganiserPages.Shown.with(List.of(), 0), named(viewer), model);
        }
        var owner = owner(viewer, form.text("organisation"));
        var offered = choice.offered();
        var read = reader.read(form, null).and(choice.problems(form, offered));
        if (!read.problems().isEmpty()) {
            response.setStatus(422);
            return pages.blank(
                    form, new OrganiserPages.Shown(read.problems(), read.candidates(), 0), named(viewer), model);
        }
        var edition = choice.chosen(form, offered).map(Edition::id).orElse(null);
        var event = new Authoring.NewEvent(jeton, viewer.person(), owner, edition);
        return switch (authoring.create(event, read.content())) {
            case Outcome.Done(var sentence) -> {
                Notice.say(response, "submit".equals(sent.getFirst("action")) ? submitted(jeton, viewer) : sentence);
                yield "redirect:/espace/evenements/" + jeton;
            }
            case Outcome.Refused(var sentence) -> {
                response.setStatus(409);
                var why = List.of(new Problem("title", sentence));
                yield pages.blank(form, OrganiserPages.Shown.with(why, 0), named(viewer), model);
            }
            case Outcome.Stale _, Outcome.Incomplete _ -> throw new IllegalStateException("nothing to be stale");
        };
    }

    /// Events that moderators offer to this viewer.
    private List<Link> offers(Viewer viewer) {
        return handovers.to(viewer).stream()
                .flatMap(offer -> authoring.find(offer.event()).stream()
                        .map(standing -> new Link(
                                "/espace/reprises/" + offer.id(),
                                standing.published().title())))
                .toList();
    }

    /// What is not complete stays a draft; its page tells what is missing.
    private String submitted(UUID id, Viewer viewer) {
        return switch (authoring.submit(door.write(id, new OrganiserDoor.Ticket(null, 0), viewer))) {
            case Outcome.Done(var sentence) -> sentence;
            case Outcome.Refused(var sentence) -> sentence;
            case Outcome.Incomplete _ ->
                "Votre brouillon est enregistré. Il n'est pas encore soumis : voici ce qui manque.";
            case Outcome.Stale _ -> "Votre événement est enregistré.";
        };
    }

    private List<Organisation> named(Viewer viewer) {
        return organisations.find(viewer.organisations()).values().stream()
                .sorted(Comparator.comparing(Organisation::name))
                .toList();
    }

    private static OrganisationId owner(Viewer viewer, String chosen) {
        var mine = viewer.organisations();
        if (chosen.isEmpty() && mine.size() == 1) {
            return mine.iterator().next();
        }
        var owner = mine.stream()
                .filter(one -> one.value().toString().equals(chosen))
                .findFirst();
        Forbidden.unless(owner.isPresent(), "Seuls les membres d'une organisation publient pour elle.");
        return owner.orElseThrow();
    }
}
