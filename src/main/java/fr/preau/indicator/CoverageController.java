package fr.preau.indicator;

import fr.preau.account.Viewer;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Choice;
import fr.preau.web.Form;
import fr.preau.web.Pager;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/// « The richness of the events on offer in a territory is the first guarantee of success » [SNSI A7]: where it stands,
/// the gaps first.
@Controller
class CoverageController {
    private final CoverageAccess access;
    private final Coverages coverages;
    private final Territories territories;

    CoverageController(CoverageAccess access, Coverages coverages, Territories territories) {
        this.access = access;
        this.coverages = coverages;
        this.territories = territories;
    }

    /// What the form of the page sends. Words that are not understood are as if not sent.
    record Query(
            @Nullable String niveau,
            @Nullable String chiffre,
            @Nullable String page) {
        Territory.@Nullable Level level(Territory territory) {
            return levels(territory)
                    .filter(level -> level.name().equals(niveau))
                    .findFirst()
                    .or(() -> levels(territory).reduce((_, narrowest) -> narrowest))
                    .orElse(null);
        }

        Figure figure() {
            return Arrays.stream(Figure.values())
                    .filter(figure -> figure.code().equals(chiffre))
                    .findFirst()
                    .orElse(Figure.EVENTS);
        }

        int number() {
            return page != null && page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
        }

        /// The levels inside a territory.
        static Stream<Territory.Level> levels(Territory territory) {
            return Arrays.stream(Territory.Level.values()).filter(level -> level.compareTo(territory.level()) > 0);
        }
    }

    @GetMapping(CoverageView.HERE)
    String own(@RequestParam(defaultValue = "") String edition, Query query, Viewer viewer, Model model) {
        return show(access.own(viewer).getFirst(), edition, query, viewer, model);
    }

    @GetMapping(CoverageView.HERE + "/{key}")
    String one(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edition,
            Query query,
            Viewer viewer,
            Model model) {
        return show(access.territory(key, viewer), edition, query, viewer, model);
    }

    private String show(Territory territory, String asked, Query query, Viewer viewer, Model model) {
        var edition = access.edition(asked);
        if (edition.isEmpty()) {
            return "indicator/coverageNone";
        }
        var view = view(territory, edition.get(), query, viewer);
        model.addAttribute("view", view);
        model.addAttribute("form", form(view));
        model.addAttribute(
                "editions",
                Choice.of(access.choices(edition.get()), one -> one.id().value().toString(), Edition::name));
        model.addAttribute(
                "levels", Choice.of(Query.levels(territory).toList(), Territory.Level::name, Territory.Level::french));
        model.addAttribute("figures", Choice.of(List.of(Figure.values()), Figure::code, Figure::french));
        return "indicator/coverage";
    }

    private CoverageView view(Territory territory, Edition edition, Query query, Viewer viewer) {
        var coverage = coverages.of(edition.id());
        var level = query.level(territory);
        var figure = query.figure();
        var rows = level == null
                ? List.<Territory>of()
                : territories.partsOf(territory, level).stream()
                        .sorted(figure.gapsFirst(coverage))
                        .toList();
        var asked = new CoverageView.Asked(level, figure);
        var pager = Pager.near(query.number(), rows.size(), here(territory, edition, asked));
        var from = Pager.offset(pager.number());
        return new CoverageView(
                territory,
                access.above(territory, viewer),
                access.own(viewer).stream()
                        .filter(own -> !own.equals(territory))
                        .toList(),
                edition,
                coverage,
                LocalTime.ofInstant(coverage.at(), Editions.PARIS),
                asked,
                territories.map(byDepartement(territory, one -> figure.of(coverage, one))),
                rows.subList(from, Math.min(rows.size(), from + Pager.LINES)),
                pager);
    }

    private Map<String, Integer> byDepartement(Territory territory, Function<Territory, Integer> figure) {
        return territories.departementsOf(territory).stream()
                .collect(Collectors.toMap(Departement::code, departement -> figure.apply(departement.territory())));
    }

    private static String here(Territory territory, Edition edition, CoverageView.Asked asked) {
        return UriComponentsBuilder.fromPath(CoverageView.HERE + "/" + territory.key())
                .queryParam("edition", edition.id().value())
                .queryParam("niveau", asked.level())
                .queryParam("chiffre", asked.figure().code())
                .encode()
                .toUriString();
    }

    private static Form form(CoverageView view) {
        return Form.filled(Map.of(
                "edition",
                view.edition().id().value(),
                "niveau",
                String.valueOf(view.asked().level()),
                "chiffre",
                view.asked().figure().code()));
    }
}
