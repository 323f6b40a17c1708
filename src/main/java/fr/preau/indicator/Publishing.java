package fr.preau.indicator;

import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// When a share of girls moves (`docs/decisions/016`). That of a département does once three classes or more have come,
/// gone or changed since each of its earlier publications; the others are sums of those. So no difference of two
/// publications tells of fewer. What was once shown and has not moved is known to its readers: nothing new may be shown
/// beside it that would give away, by subtraction, what is hidden.
final class Publishing {
    private final Territories territories;

    Publishing(Territories territories) {
        this.territories = territories;
    }

    /// What is published once this was told, by département.
    Published next(Published before, Map<String, Told> told) {
        var moved = new Published(versions(before, told), before.shown());
        var shown = shown(moved).stream()
                .collect(Collectors.toMap(Territory::key, territory -> moved.version(territories.codesOf(territory))));
        return moved.showing(shown);
    }

    /// In percent, of the territories whose share may be read.
    Map<Territory, Integer> shares(Published published) {
        var shares = new HashMap<Territory, Integer>();
        node(Territory.NATION, published)
                .all()
                .filter(node -> isShown(published, node.key()))
                .forEach(node -> shares.put(node.key(), node.told().share()));
        return shares;
    }

    private Map<String, List<Told>> versions(Published before, Map<String, Told> told) {
        var versions = new HashMap<>(before.versions());
        for (var departement :
                territories.departements().stream().map(Departement::code).toList()) {
            var earlier = before.versions().getOrDefault(departement, List.of());
            var now = told.getOrDefault(departement, Told.NOTHING);
            if (!now.equals(before.latest(departement)) && now.isFarFrom(withNothing(earlier))) {
                versions.put(departement, plus(earlier, now));
            }
        }
        return versions;
    }

    /// Before anything was published nothing was known.
    private static List<Told> withNothing(List<Told> earlier) {
        return plus(earlier, Told.NOTHING);
    }

    private static List<Told> plus(List<Told> earlier, Told now) {
        var all = new ArrayList<>(earlier);
        all.add(now);
        return List.copyOf(all);
    }

    private Set<Territory> shown(Published published) {
        var tree = node(Territory.NATION, published);
        var known = tree.all()
                .map(Disclosure.Node::key)
                .filter(territory -> isShown(published, territory))
                .collect(Collectors.toCollection(HashSet::new));
        return Disclosure.shown(tree, known);
    }

    private boolean isShown(Published published, Territory territory) {
        var version = published.shown().get(territory.key());
        return version != null && version == published.version(territories.codesOf(territory));
    }

    private Disclosure.Node<Territory> node(Territory territory, Published published) {
        var parts = territories.partsOf(territory);
        return parts.isEmpty()
                ? Disclosure.Node.leaf(
                        territory, published.latest(territory.code()).sum())
                : Disclosure.Node.of(
                        territory,
                        parts.stream().map(part -> node(part, published)).toList());
    }
}
