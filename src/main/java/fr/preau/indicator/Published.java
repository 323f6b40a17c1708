package fr.preau.indicator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The shares of girls of an edition as they were published: of each département every version, the latest last, and
/// of each territory shown the version it was shown in, which is the number of publications of its départements.
record Published(Map<String, List<Told>> versions, Map<String, Integer> shown) {
    static final Published NOTHING = new Published(Map.of(), Map.of());

    Told latest(String departement) {
        var all = versions.getOrDefault(departement, List.of());
        return all.isEmpty() ? Told.NOTHING : all.getLast();
    }

    int version(Iterable<String> departements) {
        var sum = 0;
        for (var departement : departements) {
            sum += versions.getOrDefault(departement, List.of()).size();
        }
        return sum;
    }

    Published showing(Map<String, Integer> territories) {
        var all = new HashMap<>(shown);
        all.putAll(territories);
        return new Published(versions, all);
    }
}
