package fr.preau.indicator;

import fr.preau.account.Viewer;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.programme.Editions;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.Forbidden;
import fr.preau.web.NotFound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Whose coverage a person may see: pilots the nation and all that is in it, coordinators their territories and what
/// is in those.
@Component
class CoverageAccess {
    private static final int LATEST = 10;

    private final Territories territories;
    private final Editions editions;

    CoverageAccess(Territories territories, Editions editions) {
        this.territories = territories;
        this.editions = editions;
    }

    /// The widest first; a bug in nobody's case: whoever has none is refused.
    List<Territory> own(Viewer viewer) {
        if (viewer.isPilot()) {
            return List.of(Territory.NATION);
        }
        var own = viewer.coordinated().stream()
                .sorted(Comparator.comparing(Territory::level).thenComparing(Territory::name))
                .toList();
        Forbidden.unless(!own.isEmpty(), "La couverture est pour le pilotage national et les coordinations.");
        return own;
    }

    Territory territory(String key, Viewer viewer) {
        var own = own(viewer);
        var territory = territories.find(key).orElseThrow(new NotFound("Ce territoire n'existe pas."));
        Forbidden.unless(
                own.stream().anyMatch(outer -> territories.contains(outer, territory)),
                "Ce territoire n'est pas le vôtre : sa coordination et le pilotage national en voient la couverture.");
        return territory;
    }

    /// The territories around this one that this person may see too, the widest first.
    List<Territory> above(Territory territory, Viewer viewer) {
        var own = own(viewer);
        return territories.all().stream()
                .filter(outer -> outer.level().compareTo(territory.level()) < 0)
                .filter(outer -> territories.contains(outer, territory))
                .filter(outer -> own.stream().anyMatch(widest -> territories.contains(widest, outer)))
                .toList();
    }

    /// The one asked for; the current one when none is; empty when there is none at all.
    Optional<Edition> edition(String asked) {
        return asked.isEmpty()
                ? editions.current()
                : Optional.of(identifier(asked)
                        .flatMap(editions::find)
                        .orElseThrow(new NotFound("Cette édition n'existe pas.")));
    }

    /// To choose from: the one shown, and the latest others.
    List<Edition> choices(Edition shown) {
        var others = editions.all().stream()
                .filter(edition -> !edition.id().equals(shown.id()))
                .limit(LATEST);
        return Stream.concat(Stream.of(shown), others).toList();
    }

    private static Optional<EditionId> identifier(String asked) {
        try {
            return Optional.of(new EditionId(UUID.fromString(asked)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
