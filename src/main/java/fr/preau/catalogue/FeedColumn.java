package fr.preau.catalogue;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.territory.Departement;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A column of the table of sessions: its cell and its description come from the same line of code.
record FeedColumn(
        String name,
        String type,
        String description,
        Map<String, ?> constraints,
        Function<FeedTable.Row, Object> value) {
    private static final Map<String, ?> REQUIRED = Map.of("required", true);
    private static final Map<String, ?> COUNT = Map.of("required", true, "minimum", 0);

    static final List<FeedColumn> ALL = List.of(
            text(
                    "identifiant_evenement",
                    "Identifiant de l'événement (UUID), stable",
                    REQUIRED,
                    row -> event(row).id().value()),
            text(
                    "identifiant_seance",
                    "Identifiant de la séance (UUID), stable",
                    Map.of("required", true, "unique", true),
                    row -> row.session().id().value()),
            text("titre", "Titre de l'événement", REQUIRED, row -> event(row).title()),
            text(
                    "description",
                    "Description donnée par l'organisateur",
                    row -> event(row).description()),
            text(
                    "genre",
                    "Code du genre d'événement",
                    REQUIRED,
                    row -> event(row).kind()),
            text("libelle_genre", "Genre d'événement, en clair", row -> row.kind()),
            text(
                    "organisation",
                    "Nom de l'organisation qui propose",
                    REQUIRED,
                    row -> row.listing().organisation()),
            text(
                    "format",
                    "Sur place, en ligne, les deux, ou dans l'établissement",
                    oneOf(Format.values()),
                    row -> event(row).format()),
            text(
                    "publics",
                    "À qui l'événement s'adresse, codes séparés par des barres",
                    row -> bars(event(row).audience())),
            new FeedColumn(
                    "debut",
                    "datetime",
                    "Début, avec le décalage de l'heure locale (ISO 8601)",
                    REQUIRED,
                    row -> row.session().start().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)),
            new FeedColumn(
                    "fin",
                    "datetime",
                    "Fin, avec le décalage de l'heure locale (ISO 8601)",
                    REQUIRED,
                    row -> row.session().end().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)),
            text(
                    "fuseau_horaire",
                    "Fuseau horaire du lieu",
                    REQUIRED,
                    row -> row.listing().zone().getId()),
            text("lieu", "Lieu, sur une ligne", row -> event(row).place()),
            text(
                    "uai",
                    "Numéro UAI de l'établissement scolaire qui accueille, si c'en est un",
                    row -> Objects.requireNonNullElse(event(row).venue(), "")),
            text("nom_commune", "Commune", row -> row.listing().commune()),
            text(
                    "code_departement",
                    "Code INSEE du département",
                    row -> Objects.requireNonNullElse(event(row).departement(), "")),
            text("libelle_departement", "Nom du département", row -> from(row, Departement::name)),
            text(
                    "code_academie",
                    "Code de l'académie",
                    row -> from(row, departement -> departement.academie().code())),
            text(
                    "libelle_academie",
                    "Nom de l'académie",
                    row -> from(row, departement -> departement.academie().name())),
            text(
                    "code_region",
                    "Code INSEE de la région",
                    row -> from(row, departement -> departement.region().code())),
            text(
                    "libelle_region",
                    "Nom de la région académique",
                    row -> from(row, departement -> departement.region().name())),
            text(
                    "departements_proposes",
                    "Départements où l'organisateur se déplace, séparés par des barres",
                    row -> String.join("|", row.listing().offeredIn())),
            new FeedColumn(
                    "latitude",
                    "number",
                    "Latitude (WGS84)",
                    Map.of("minimum", -90, "maximum", 90),
                    row -> row.listing().point() == null
                            ? ""
                            : row.listing().point().latitude()),
            new FeedColumn(
                    "longitude",
                    "number",
                    "Longitude (WGS84)",
                    Map.of("minimum", -180, "maximum", 180),
                    row -> row.listing().point() == null
                            ? ""
                            : row.listing().point().longitude()),
            text(
                    "accessibilite",
                    "Aménagements, codes séparés par des barres",
                    row -> String.join("|", row.listing().accessibility())),
            count(
                    "capacite",
                    "Places de la séance (visites quand l'organisateur se déplace)",
                    row -> row.session().capacity()),
            count(
                    "places_restantes",
                    "Places encore libres ; 0 quand la séance a commencé ou que les inscriptions sont closes",
                    row -> row.now().left(event(row), row.session())),
            count(
                    "places_restantes_classes",
                    "Places qu'une classe peut encore prendre",
                    row -> row.now().leftForClasses(event(row), row.session())),
            new FeedColumn("url", "string", "Page de l'événement", REQUIRED, FeedTable.Row::page),
            new FeedColumn(
                    "date_publication",
                    "datetime",
                    "Première publication (UTC)",
                    REQUIRED,
                    row -> row.listing().publishedAt().truncatedTo(ChronoUnit.SECONDS)),
            new FeedColumn(
                    "date_maj",
                    "datetime",
                    "Dernière version validée (UTC)",
                    REQUIRED,
                    row -> row.listing().updatedAt().truncatedTo(ChronoUnit.SECONDS)));

    Object cell(FeedTable.Row row) {
        var cell = value.apply(row);
        return cell instanceof String words ? harmless(words) : cell;
    }

    Map<String, Object> field() {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", name);
        field.put("type", type);
        if (type.equals("datetime")) {
            field.put("format", "any");
        }
        field.put("description", description);
        if (!constraints.isEmpty()) {
            field.put("constraints", constraints);
        }
        return field;
    }

    /// A spreadsheet takes a cell that begins so for a formula: an apostrophe says it is text.
    private static String harmless(String words) {
        return !words.isEmpty() && "=+-@\t\r\n|".indexOf(words.charAt(0)) >= 0 ? "'" + words : words;
    }

    private static FeedColumn text(String name, String description, Function<FeedTable.Row, Object> value) {
        return text(name, description, Map.of(), value);
    }

    private static FeedColumn text(
            String name, String description, Map<String, ?> constraints, Function<FeedTable.Row, Object> value) {
        return new FeedColumn(
                name,
                "string",
                description,
                constraints,
                row -> value.apply(row).toString());
    }

    private static FeedColumn count(String name, String description, Function<FeedTable.Row, Object> value) {
        return new FeedColumn(name, "integer", description, COUNT, value);
    }

    private static Map<String, ?> oneOf(Enum<?>... all) {
        return Map.of(
                "required", true, "enum", List.of(all).stream().map(Enum::name).toList());
    }

    private static PublishedEvent event(FeedTable.Row row) {
        return row.listing().event();
    }

    private static Object from(FeedTable.Row row, Function<Departement, String> part) {
        return row.departement() == null ? "" : part.apply(row.departement());
    }

    private static String bars(Set<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).collect(Collectors.joining("|"));
    }
}
