package fr.preau.indicator;

import fr.preau.account.Viewer;
import fr.preau.programme.Edition;
import fr.preau.programme.Editions;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import fr.preau.web.DataColumn;
import fr.preau.web.DataTable;
import fr.preau.web.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// A territory's coverage for a spreadsheet: a line for it and for each territory inside, whatever the level.
@Controller
class CoverageCsv {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final String SCHEMA = CoverageView.HERE + "/schema.json";

    private final CoverageAccess access;
    private final Coverages coverages;
    private final Territories territories;
    private final String address;

    CoverageCsv(
            CoverageAccess access,
            Coverages coverages,
            Territories territories,
            @Value("${preau.address}") String address) {
        this.access = access;
        this.coverages = coverages;
        this.territories = territories;
        this.address = address.replaceAll("/+$", "");
    }

    /// One territory in one edition.
    record Row(Edition edition, Territory territory, Coverage coverage) {
        Counts counts() {
            return coverage.of(territory);
        }
    }

    private static final DataTable<Row> TABLE = new DataTable<>(
            "couverture-preau",
            "Couverture d'une édition, territoire par territoire",
            "Une ligne par territoire, de la nation au département : ne pas additionner les niveaux. Les parts de filles qui"
                    + " parleraient de trop peu d'élèves sont vides et signalées. Les cellules sont séparées par des points-virgules.",
            List.of(
                    DataColumn.text(
                            "edition",
                            "Identifiant de l'édition (UUID)",
                            row -> row.edition().id().value().toString()),
                    DataColumn.text(
                            "calcule_le",
                            "Moment du calcul, heure de Paris (AAAA-MM-JJ HH:MM)",
                            row -> MOMENT.format(row.coverage().at().atZone(Editions.PARIS))),
                    DataColumn.text(
                            "niveau",
                            "NATION, REGION, ACADEMIE ou DEPARTEMENT",
                            row -> row.territory().level().name()),
                    DataColumn.text(
                            "code_territoire",
                            "Code du territoire à son niveau",
                            row -> row.territory().code()),
                    DataColumn.text(
                            "libelle_territoire",
                            "Nom du territoire",
                            row -> row.territory().name()),
                    count(
                            "evenements",
                            "Événements de l'édition, passés et à venir, non annulés",
                            row -> row.counts().offered().events()),
                    count(
                            "places_offertes",
                            "Places des événements sur place ou en ligne",
                            row -> row.counts().offered().seats()),
                    count(
                            "places_libres",
                            "Places encore libres",
                            row -> row.counts().offered().seatsLeft()),
                    count(
                            "visites_offertes",
                            "Visites en établissement offertes, une par classe",
                            row -> row.counts().offered().visits()),
                    count(
                            "visites_libres",
                            "Visites encore libres",
                            row -> row.counts().offered().visitsLeft()),
                    count(
                            "etablissements_engages",
                            "Établissements dont la direction a inscrit la semaine à son programme",
                            row -> row.counts().booked().committed()),
                    count(
                            "etablissements_inscrits",
                            "Établissements dont une classe au moins est inscrite",
                            row -> row.counts().booked().schools()),
                    count(
                            "classes_inscrites",
                            "Classes inscrites, chacune une fois",
                            row -> row.counts().booked().classes()),
                    count(
                            "eleves_inscrits",
                            "Élèves de ces classes ; à ne publier qu'à partir de 11 élèves et de 3 classes",
                            row -> row.counts().booked().pupils()),
                    count(
                            "lycees_nsi",
                            "Lycées ouverts qui enseignent la spécialité NSI",
                            row -> row.counts().taught().lycees()),
                    count(
                            "lycees_nsi_loin",
                            "Ceux à plus de 30 km à vol d'oiseau de tout événement où l'on se rend",
                            row -> row.counts().taught().far()),
                    count(
                            "lycees_nsi_sans_position",
                            "Ceux dont la position n'est pas connue",
                            row -> row.counts().taught().unplaced()),
                    count(
                            "eleves_nsi",
                            "Élèves de première en NSI",
                            row -> row.counts().taught().pupils()),
                    share(
                            "part_filles_nsi",
                            "Filles parmi eux, en pour cent",
                            row -> row.coverage().girlsTaught(row.territory())),
                    share(
                            "part_filles_inscrites",
                            "Filles parmi les élèves des classes inscrites dont le nombre de filles est dit, en pour cent",
                            row -> row.coverage().girlsBooked(row.territory())),
                    new DataColumn<>(
                            "part_filles_masquee",
                            "boolean",
                            "Vrai quand cette dernière part existe mais n'est pas donnée, pour ne désigner personne",
                            Map.of("required", true),
                            row -> row.coverage().hides(row.territory()))),
            List.of("edition", "niveau", "code_territoire"));

    @GetMapping(CoverageView.HERE + "/{key}/couverture.csv")
    void table(
            @PathVariable String key,
            @RequestParam(defaultValue = "") String edition,
            Viewer viewer,
            HttpServletResponse response)
            throws IOException {
        var territory = access.territory(key, viewer);
        var found = access.edition(edition).orElseThrow(new NotFound("Il n'y a encore aucune édition."));
        var coverage = coverages.of(found.id());
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"couverture-%s.csv\"".formatted(territory.key()));
        response.addHeader("Link", "<%s>; rel=\"describedby\"".formatted(SCHEMA));
        TABLE.writeForSpreadsheets(
                territories.all().stream()
                        .filter(inner -> territories.contains(territory, inner))
                        .map(inner -> new Row(found, inner, coverage))
                        .toList(),
                response.getWriter());
    }

    @GetMapping(value = SCHEMA, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> schema(Viewer viewer) {
        access.own(viewer);
        return TABLE.schema(address + SCHEMA);
    }

    private static DataColumn<Row> count(
            String name, String description, java.util.function.Function<Row, Integer> cell) {
        return DataColumn.count(name, description, cell);
    }

    private static DataColumn<Row> share(
            String name, String description, java.util.function.Function<Row, OptionalInt> cell) {
        return new DataColumn<>(
                name, "integer", description, Map.of("minimum", 0, "maximum", 100), row -> orEmpty(cell.apply(row)));
    }

    private static @Nullable Integer orEmpty(OptionalInt share) {
        return share.isPresent() ? share.getAsInt() : null;
    }
}
