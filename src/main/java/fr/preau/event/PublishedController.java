package fr.preau.event;

import fr.preau.account.Organisations;
import fr.preau.account.Viewer;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.Pager;
import fr.preau.web.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// The published events of a moderator's territory: where one is found that nobody reported.
@Controller
class PublishedController {
    private static final String HERE = "/espace/moderation/publies";
    private static final int WORDS = 100;

    private final ModerationDoor door;
    private final ModerationRepository repository;
    private final Organisations organisations;
    private final Territories territories;

    PublishedController(
            ModerationDoor door, ModerationRepository repository, Organisations organisations, Territories territories) {
        this.door = door;
        this.repository = repository;
        this.organisations = organisations;
        this.territories = territories;
    }

    @GetMapping(HERE)
    String list(
            Viewer viewer,
            @RequestParam(defaultValue = "") String mots,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var scope = door.scope(viewer, "");
        var typed = Typed.line(mots);
        var words = typed.substring(0, Math.min(WORDS, typed.length()));
        var here = UriComponentsBuilder.fromPath(HERE)
                .queryParam("mots", words)
                .build()
                .encode()
                .toUriString();
        var pager = Pager.near(page, repository.countPublished(scope, words), here);
        var lines = repository.published(
                scope, words, organisations.abandoned(), Pager.offset(pager.number()), Pager.LINES);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "organisations",
                organisations.find(lines.stream()
                        .map(ModerationRepository.Published::organisation)
                        .toList()));
        model.addAttribute("places", places(lines));
        model.addAttribute("words", words);
        model.addAttribute("pager", pager);
        return "event/moderationPublished";
    }

    private Map<EventId, String> places(List<ModerationRepository.Published> lines) {
        var places = new LinkedHashMap<EventId, String>();
        lines.forEach(line -> places.put(
                line.id(),
                line.departements().stream()
                        .flatMap(code -> territories.departement(code).stream())
                        .map(Departement::name)
                        .collect(Collectors.joining(", "))));
        return places;
    }
}
