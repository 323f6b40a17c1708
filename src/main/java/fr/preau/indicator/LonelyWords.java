package fr.preau.indicator;

import fr.preau.programme.Edition;
import fr.preau.web.French;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What the list of lycées far from every event says of each.
final class LonelyWords {
    private LonelyWords() {}

    /// « 47 km ».
    static String distance(Coverage.Lonely one) {
        return one.near()
                .map(near -> French.number(Math.round(near.kilometres())) + "\u00a0km")
                .orElse("");
    }

    /// A letter to the lycée's official address, its subject written.
    static String letter(Coverage.Lonely one, Edition edition) {
        return "mailto:%s?subject=%s"
                .formatted(
                        Objects.requireNonNull(one.lycee().school().mail()),
                        URLEncoder.encode(
                                        "%s : pour vos élèves de NSI".formatted(edition.name()), StandardCharsets.UTF_8)
                                .replace("+", "%20"));
    }
}
