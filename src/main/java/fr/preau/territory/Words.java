package fr.preau.territory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a person typed to find a school, cut into words: `telling` ones choose the schools, `common` ones, which half
/// the directory carries, only rank them.
record Words(List<String> telling, List<String> common) {
    private static final int LONGEST = 120;
    private static final int MOST = 8;
    private static final Set<String> COMMON = Set.of(
            "lycee",
            "lycees",
            "college",
            "colleges",
            "ecole",
            "etablissement",
            "general",
            "generale",
            "technologique",
            "professionnel",
            "polyvalent",
            "prive",
            "public",
            "institution",
            "le",
            "la",
            "les",
            "de",
            "du",
            "des",
            "et",
            "l",
            "d",
            "a",
            "au",
            "aux",
            "en",
            "sur",
            "saint",
            "sainte",
            "st",
            "ste",
            "lp",
            "lgt",
            "lpo",
            "clg");

    /// As the database's `territory.words` reads them.
    private static final Map<String, String> IN_FULL = Map.of(
            "st",
            "saint",
            "ste",
            "sainte",
            "lp",
            "lycee professionnel",
            "lpo",
            "lycee polyvalent",
            "lgt",
            "lycee general technologique",
            "clg",
            "college");

    static Words of(String typed) {
        var cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var words = Arrays.stream(Plain.of(cut).split(" ", -1))
                .filter(word -> !word.isEmpty())
                .flatMap(word -> Arrays.stream(IN_FULL.getOrDefault(word, word).split(" ", -1)))
                .limit(MOST)
                .toList();
        var telling = words.stream().filter(word -> !COMMON.contains(word)).toList();
        var common = words.stream().filter(COMMON::contains).toList();
        return telling.isEmpty() ? new Words(common, List.of()) : new Words(telling, common);
    }

    boolean isEmpty() {
        return telling.stream().mapToInt(String::length).sum() < 2;
    }
}
