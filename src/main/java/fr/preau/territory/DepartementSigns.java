package fr.preau.territory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Which départements a cell of a directory, or the number of a school, may speak of: one, several where the words
/// cover
/// several, none where they tell nothing. What one sign leaves open another may settle ([#settled]).
///
/// On the 13,319 schools of the national directory the number is never wrong: it names the département of all but those
/// of Saint-Barthélemy and Saint-Martin, numbered with the Guadeloupe (`docs/decisions/032`).
final class DepartementSigns {
    private static final List<String> CORSICA = List.of("2A", "2B");
    private static final List<String> ANTILLES = List.of("971", "977", "978");

    /// How the ministry numbers, where INSEE numbers otherwise.
    private static final Map<String, List<String>> OF_MINISTRY = Map.ofEntries(
            Map.entry("620", List.of("2A")),
            Map.entry("720", List.of("2B")),
            Map.entry("20A", List.of("2A")),
            Map.entry("20B", List.of("2B")),
            Map.entry("20", CORSICA),
            Map.entry("020", CORSICA));
    private static final Map<String, List<String>> BY_NUMBER = Map.of(
            "971",
            ANTILLES,
            "983",
            List.of("988"),
            "984",
            List.of("987"),
            "987",
            List.of("986"),
            "988",
            List.of("988"));
    /// The business mail of La Réunion is sorted under 978.
    private static final Map<String, List<String>> BY_POSTCODE = Map.of("970", List.of(), "978", List.of("974", "978"));
    private static final Map<String, String> ISLANDS =
            Map.of("97133", "977", "97123", "977", "97701", "977", "97150", "978", "97127", "978", "97801", "978");
    private static final Map<String, String> ISLANDS_BY_NAME =
            Map.of("saint barthelemy", "977", "st barthelemy", "977", "saint martin", "978", "st martin", "978");

    private final Territories territories;

    DepartementSigns(Territories territories) {
        this.territories = territories;
    }

    /// The likeliest first.
    List<String> ofNumber(Uai uai) {
        var start = uai.value().substring(0, 3);
        return BY_NUMBER.getOrDefault(start, ofCode(start));
    }

    /// `9`, `09`, `009`, `2A`, `620`.
    List<String> ofCode(String code) {
        var known = OF_MINISTRY.get(code.toUpperCase(Locale.ROOT));
        return known != null
                ? known
                : territories.departement(code).map(Departement::code).stream().toList();
    }

    List<String> ofName(String name) {
        var plain = Plain.of(name);
        return plain.equals("corse")
                ? CORSICA
                : territories.departements().stream()
                        .filter(departement -> Plain.of(departement.name()).equals(plain))
                        .map(Departement::code)
                        .toList();
    }

    /// Five characters of INSEE.
    List<String> ofCommuneCode(String code) {
        return code.length() == 5 ? ofStart(code) : List.of();
    }

    /// Five digits. Those of Corsica's business mail (205, 207) do not tell which half.
    List<String> ofPostcode(String postcode) {
        if (postcode.length() != 5) {
            return List.of();
        }
        return postcode.startsWith("20")
                ? ofCorsica(postcode)
                : BY_POSTCODE.getOrDefault(postcode.substring(0, 3), ofStart(postcode));
    }

    /// Of départements still open, the one that an island's own name tells.
    static List<String> settledByName(List<String> open, String commune) {
        var island = ISLANDS_BY_NAME.get(Plain.of(commune));
        return open.size() > 1 && island != null && open.contains(island) ? List.of(island) : open;
    }

    /// The first sign, as far as the following ones leave anything of it.
    static List<String> settled(Stream<List<String>> signs) {
        return signs.filter(sign -> !sign.isEmpty())
                .reduce((first, next) -> {
                    var both = common(first, next);
                    return both.isEmpty() ? first : both;
                })
                .orElse(List.of());
    }

    static List<String> common(List<String> first, List<String> other) {
        return first.stream().filter(other::contains).toList();
    }

    private static List<String> ofCorsica(String postcode) {
        return switch (postcode.charAt(2)) {
            case '0', '1' -> List.of("2A");
            case '2', '3', '4', '6' -> List.of("2B");
            default -> CORSICA;
        };
    }

    private List<String> ofStart(String code) {
        var island = ISLANDS.get(code);
        if (island != null) {
            return List.of(island);
        }
        var start = code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2);
        return start.equals("20")
                ? CORSICA
                : territories
                        .departement(start)
                        .filter(departement -> departement.code().equalsIgnoreCase(start))
                        .map(Departement::code)
                        .stream()
                        .toList();
    }
}
