package fr.preau.catalogue;

import fr.preau.event.Catalogue;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.territory.TileMap;
import fr.preau.web.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Events to come, territory by territory: « the richness of the events on offer in a territory is the first guarantee
/// of success » [SNSI A7], so that gaps are seen in time.
@Controller
class CatalogueTerritories {
    private final Catalogue catalogue;
    private final Territories territories;

    CatalogueTerritories(Catalogue catalogue, Territories territories) {
        this.catalogue = catalogue;
        this.territories = territories;
    }

    /// A line of a table: an event offered in several départements counts in each, once in the total.
    record Line(Territory territory, long events, List<Count> parts) {
        /// « Ariège 3, Aude 2 ».
        String with() {
            return parts.stream()
                    .filter(part -> part.events() > 0)
                    .map(part -> "%s %d".formatted(part.departement().name(), part.events()))
                    .collect(Collectors.joining(", "));
        }

        String without() {
            return parts.stream()
                    .filter(part -> part.events() == 0)
                    .map(part -> part.departement().name())
                    .collect(Collectors.joining(", "));
        }
    }

    record Count(Departement departement, long events) {}

    /// The page of all territories.
    record Coverage(TileMap map, List<Line> regions, Catalogue.Figures figures, int covered, int departements) {}

    /// The page of one. `inner` are its académies, when it has several; `parts` its départements.
    record Inside(Territory territory, List<Territory> above, long events, List<Line> inner, List<Count> parts) {}

    @GetMapping("/territoires")
    String all(Model model) {
        var counts = catalogue.countsByDepartement();
        var totals = catalogue.countsByTerritory(territories.regions());
        var lines = territories.regions().stream()
                .map(region -> line(region, counts, totals))
                .sorted(Comparator.comparingLong(Line::events).reversed())
                .toList();
        model.addAttribute(
                "coverage",
                new Coverage(
                        territories.map(counts),
                        lines,
                        catalogue.figures(),
                        counts.size(),
                        territories.departements().size()));
        return "catalogue/territories";
    }

    @GetMapping("/territoires/{key}")
    String one(@PathVariable String key, Model model) {
        var territory = territories
                .find(key)
                .filter(found -> found.level() != Territory.Level.NATION)
                .orElseThrow(new NotFound("Ce territoire n'existe pas. La liste est à la page « Territoires »."));
        var counts = catalogue.countsByDepartement();
        var academies = academiesOf(territory);
        var totals = catalogue.countsByTerritory(academies);
        var inner = academies.stream()
                .map(academie -> line(academie, counts, totals))
                .toList();
        var events = catalogue.countsByTerritory(List.of(territory)).getOrDefault(territory, 0L);
        model.addAttribute(
                "inside",
                new Inside(
                        territory,
                        above(territory),
                        events,
                        inner,
                        line(territory, counts, Map.of()).parts()));
        return "catalogue/territory";
    }

    private Line line(Territory territory, Map<String, Long> counts, Map<Territory, Long> totals) {
        var parts = territories.departementsOf(territory).stream()
                .map(departement -> new Count(departement, counts.getOrDefault(departement.code(), 0L)))
                .toList();
        return new Line(territory, totals.getOrDefault(territory, 0L), parts);
    }

    private List<Territory> academiesOf(Territory territory) {
        var academies = territories.departementsOf(territory).stream()
                .map(Departement::academie)
                .distinct()
                .toList();
        return territory.level() == Territory.Level.REGION && academies.size() > 1 ? academies : List.of();
    }

    /// From the widest: the region, then the académie it lies in.
    private List<Territory> above(Territory territory) {
        var inside = territories.departementsOf(territory).getFirst();
        return switch (territory.level()) {
            case NATION, REGION -> List.of();
            case ACADEMIE -> List.of(inside.region());
            case DEPARTEMENT -> List.of(inside.region(), inside.academie());
        };
    }
}
