package fr.preau.consultation;

import fr.preau.allocation.Commitment;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Rule;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a draw decides on, as two files that `script/preau allocate` reads: the wishes by pseudonym, and the seats.
/// Frozen at closing: their hash is published before the lottery is known, so that nobody can choose one to suit the
/// other.
///
/// A workshop is named by its place in the session, `atelier-1`, …; people by their pseudonyms, in their order.
record Frozen(String wishes, String seats) {
    static Frozen of(List<Workshop> workshops, List<Participant> people, int ranks) {
        var names = names(workshops);
        var held = workshops.stream().filter(workshop -> !workshop.cancelled()).toList();
        var keeping = EnumSet.noneOf(Category.class);
        held.forEach(workshop -> keeping.addAll(workshop.kept().keySet()));
        return new Frozen(wishes(people, names, keeping, ranks), seats(held, names, !keeping.isEmpty()));
    }

    /// How many people's wishes it holds.
    int people() {
        return rows(wishes).size();
    }

    /// « atelier-3 », by workshop; cancelled ones keep theirs.
    static Map<WorkshopId, String> names(List<Workshop> workshops) {
        var names = new LinkedHashMap<WorkshopId, String>();
        workshops.forEach(workshop -> names.put(workshop.id(), "atelier-" + (names.size() + 1)));
        return names;
    }

    /// A category is published only where seats are kept for it: the one teacher of a session would be known by
    /// theirs.
    private static String wishes(
            List<Participant> people, Map<WorkshopId, String> names, Set<Category> keeping, int ranks) {
        var head = (keeping.isEmpty() ? "participant," : "participant,category,")
                + IntStream.rangeClosed(1, ranks)
                        .mapToObj(rank -> "wish" + rank)
                        .collect(Collectors.joining(","));
        return head
                + people.stream()
                        .map(person -> "\n" + person.pseudonym()
                                + (keeping.isEmpty() ? "" : "," + category(person, keeping))
                                + person.wishes().stream()
                                        .map(wish -> "," + names.get(wish))
                                        .collect(Collectors.joining())
                                + ",".repeat(Math.max(0, ranks - person.wishes().size())))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static String category(Participant person, Set<Category> keeping) {
        return keeping.contains(person.category()) ? code(person.category()) : "";
    }

    private static String seats(List<Workshop> held, Map<WorkshopId, String> names, boolean keeping) {
        var categories = keeping ? List.of(Category.values()) : List.<Category>of();
        var head = "workshop,seats"
                + categories.stream().map(category -> ",kept_" + code(category)).collect(Collectors.joining());
        return head
                + held.stream()
                        .map(workshop -> "\n" + names.get(workshop.id()) + "," + workshop.seats()
                                + categories.stream()
                                        .map(category -> "," + workshop.kept().getOrDefault(category, 0))
                                        .collect(Collectors.joining()))
                        .collect(Collectors.joining())
                + "\n";
    }

    static String code(Category category) {
        return category.name().toLowerCase(java.util.Locale.ROOT);
    }

    /// What is published at closing.
    String hash(Rule rule) {
        return Commitment.hash(instance(), rule, null);
    }

    /// The same, as the solver takes it.
    Instance instance() {
        return instanceWithout(Set.of());
    }

    /// Without some workshops, that no list links to others, and without those who wish for them.
    Instance instanceWithout(Set<String> withheld) {
        var workshops = rows(seats).stream()
                .map(Frozen::workshop)
                .filter(workshop -> !withheld.contains(workshop.id()))
                .toList();
        var places = IntStream.range(0, workshops.size())
                .boxed()
                .collect(Collectors.toMap(place -> workshops.get(place).id(), place -> place));
        var instance = Instance.of(workshops);
        for (var row : rows(wishes)) {
            if (row.values().stream().anyMatch(withheld::contains)) {
                continue;
            }
            var ranked = row.entrySet().stream()
                    .filter(cell ->
                            cell.getKey().startsWith("wish") && !cell.getValue().isEmpty())
                    .mapToInt(cell -> places.getOrDefault(cell.getValue(), -1))
                    .toArray();
            instance.add(row.getOrDefault("participant", ""), row.getOrDefault("category", ""), ranked);
        }
        return instance.build();
    }

    private static fr.preau.allocation.Workshop workshop(Map<String, String> row) {
        var kept = new TreeMap<String, Integer>();
        row.forEach((column, cell) -> {
            if (column.startsWith("kept_") && !cell.equals("0")) {
                kept.put(column.substring("kept_".length()), Integer.valueOf(cell));
            }
        });
        return new fr.preau.allocation.Workshop(
                row.getOrDefault("workshop", ""), Integer.parseInt(row.getOrDefault("seats", "0")), kept);
    }

    /// Our own files need no more than this: no cell has a comma.
    private static List<Map<String, String>> rows(String csv) {
        var lines = csv.lines().map(line -> line.split(",", -1)).toList();
        return lines.stream()
                .skip(1)
                .map(cells -> {
                    var row = new LinkedHashMap<String, String>();
                    IntStream.range(0, cells.length).forEach(at -> row.put(lines.getFirst()[at], cells[at]));
                    return (Map<String, String>) row;
                })
                .toList();
    }
}
