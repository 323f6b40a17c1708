package fr.preau.catalogue;

import fr.preau.event.Catalogue;
import fr.preau.event.Search;
import fr.preau.web.French;
import fr.preau.web.Link;
import fr.preau.web.Pager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The results of a search as its page shows them. `nearest` is how far the nearest event is when none is near;
/// `meant` other words to try when nothing has these.
record CatalogueResults(
        SearchReading reading,
        Catalogue.Finding finding,
        List<CatalogueCard> cards,
        OptionalDouble nearest,
        Optional<String> meant) {
    /// A search without its results.
    static CatalogueResults none(SearchReading reading) {
        return new CatalogueResults(
                reading, Catalogue.Finding.NOTHING, List.of(), OptionalDouble.empty(), Optional.empty());
    }

    static final String PATH = "/evenements";
    private static final List<String> FOLDED =
            List.of("rayon", "tri", "territoire", "du", "au", "public", "genre", "format", "places", "acces");

    Search search() {
        return reading.search();
    }

    /// « 12 événements à moins de 30 km de Foix pour « robots » ».
    String summary() {
        if (search().near() == null) {
            return counted(finding.total()) + within() + forWords();
        }
        var near = counted(finding.total() - finding.online()) + around() + within() + forWords();
        return near + howFar() + online();
    }

    /// Whether only what is followed from anywhere was found, or nothing.
    boolean isFar() {
        return search().near() != null && finding.total() == finding.online();
    }

    private static String counted(long events) {
        return events == 0 ? "Aucun événement" : French.count(events, "événement", "événements");
    }

    /// « ; le plus proche est à 104 km ».
    private String howFar() {
        return nearest.isPresent() && isFar()
                ? " ; le plus proche est " + CatalogueWords.distance(nearest.getAsDouble())
                : "";
    }

    private String online() {
        return finding.online() == 0 ? "" : ". En ligne : " + French.number(finding.online());
    }

    /// « Événements à moins de 30 km de Foix ».
    String subject() {
        return "Événements" + around() + within() + forWords();
    }

    String title() {
        if (!reading.isUnderstood()) {
            return "Recherche à corriger";
        }
        return search().page() > 1 ? "%s, page %d".formatted(summary(), search().page()) : summary();
    }

    /// Whether the form may be one line above the results: where something was looked for, and understood.
    boolean isFolded() {
        return reading.isUnderstood() && !reading.filters().isEmpty();
    }

    /// What was looked for, in that line: « Près de Foix (09), 30 km, 2 autres critères – modifier ».
    String asked() {
        var parts = new ArrayList<String>();
        if (!search().words().isEmpty()) {
            parts.add("« %s »".formatted(search().words()));
        }
        var near = search().near();
        if (near != null) {
            parts.add("près %s, %d km".formatted(French.of(near.label()), near.kilometres()));
        }
        var territory = search().territory();
        if (territory != null) {
            parts.add(territory.label());
        }
        var others = reading.filters().stream()
                .filter(field ->
                        !List.of("q", "etablissement", "commune", "territoire").contains(field))
                .count();
        if (others > 0) {
            parts.add(
                    parts.isEmpty()
                            ? French.count(others, "critère", "critères")
                            : French.count(others, "autre critère", "autres critères"));
        }
        return parts.isEmpty() ? "Chercher un événement" : French.sentence(String.join(", ", parts)) + " – modifier";
    }

    Pager pager() {
        return Pager.of(search().page(), finding.total(), reading.at(PATH));
    }

    /// Whether a filter of those folded away is in use, or wrong.
    boolean hasMore() {
        return FOLDED.stream()
                .anyMatch(field ->
                        reading.kept().containsKey(field) || reading.form().error(field) != null);
    }

    boolean isEmpty() {
        return cards.isEmpty();
    }

    /// The address is of a page after the last.
    boolean isPastTheEnd() {
        return isEmpty() && search().page() > 1;
    }

    /// Wider circles than the one that had nothing.
    List<Link> wider() {
        var near = search().near();
        return near == null
                ? List.of()
                : Search.Near.RADII.stream()
                        .filter(radius -> radius > near.kilometres())
                        .map(radius -> new Link(
                                reading.with(PATH, "rayon", Integer.toString(radius)),
                                "Chercher à moins de %d km".formatted(radius)))
                        .toList();
    }

    /// The same search with one demand less, each in turn.
    List<Link> looser() {
        return reading.filters().stream()
                .map(field -> new Link(reading.without(PATH, field), "Ne plus tenir compte " + name(field)))
                .toList();
    }

    private static String name(String field) {
        return switch (field) {
            case "q" -> "des mots cherchés";
            case "etablissement" -> "de l'établissement";
            case "commune" -> "de la commune";
            case "territoire" -> "du territoire";
            case "du" -> "du premier jour";
            case "au" -> "du dernier jour";
            case "public" -> "du public";
            case "genre" -> "du genre d'événement";
            case "format" -> "du format";
            case "places" -> "du nombre de places";
            default -> "de l'accessibilité";
        };
    }

    private String around() {
        var near = search().near();
        return near == null ? "" : " à moins de %d km %s".formatted(near.kilometres(), French.of(near.label()));
    }

    private String within() {
        var territory = search().territory();
        return territory == null
                ? ""
                : switch (territory.level()) {
                    case NATION -> "";
                    case REGION -> " dans la " + territory.label();
                    case ACADEMIE -> " dans l'" + territory.label();
                    case DEPARTEMENT -> " dans le département " + territory.label();
                };
    }

    private String forWords() {
        return search().words().isEmpty() ? "" : " pour « %s »".formatted(search().words());
    }
}
