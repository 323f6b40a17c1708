package fr.preau.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.GeoPoint;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@PreauTest
class CoveragePagesTests {
    private static final String HERE = "/espace/couverture";
    private static final GeoPoint AJACCIO = new GeoPoint(41.927, 8.738);
    private static final GeoPoint BASTIA = new GeoPoint(42.700, 9.450);

    private final MockMvcTester pages;
    private final TestPeople people;
    private final CoverageGround ground;
    private final EventFixtures events;
    private final EditionFixtures editions;
    private final Territories territories;
    private final JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init")
    private Edition edition;

    @Autowired
    CoveragePagesTests(
            MockMvcTester pages,
            TestPeople people,
            CoverageGround ground,
            EventFixtures events,
            EditionFixtures editions,
            Territories territories,
            JdbcClient jdbc) {
        this.pages = pages;
        this.people = people;
        this.ground = ground;
        this.events = events;
        this.editions = editions;
        this.territories = territories;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void openEdition() {
        edition = editions.open();
    }

    @AfterEach
    void leaveNothing() {
        ground.forgetWhoTeaches();
    }

    @Test
    void letsCoordinatorsSeeTheirTerritoryAndNoOther() {
        var corsica = people.coordinator(territories.find("REGION-94").orElseThrow());
        assertThat(open(corsica, HERE)).hasStatusOk();
        for (var inside : List.of("REGION-94", "ACADEMIE-27", "DEPARTEMENT-2A")) {
            assertThat(open(corsica, HERE + "/" + inside)).as(inside).hasStatusOk();
        }
        for (var outside : List.of("NATION-FR", "REGION-76", "DEPARTEMENT-09")) {
            assertThat(open(corsica, HERE + "/" + outside)).as(outside).hasStatus(403);
            assertThat(open(corsica, HERE + "/" + outside + "/lycees"))
                    .as(outside)
                    .hasStatus(403);
            assertThat(open(corsica, HERE + "/" + outside + "/couverture.csv"))
                    .as(outside)
                    .hasStatus(403);
        }
        assertThat(open(corsica, HERE + "/DEPARTEMENT-999")).hasStatus(404);
        assertThat(open(corsica, HERE + "?edition=autre")).hasStatus(404);
        assertThat(open(people.teacher(ASchool.randomUai()), HERE)).hasStatus(403);
        assertThat(open(people.teacher(ASchool.randomUai()), HERE + "/schema.json"))
                .hasStatus(403);
    }

    @Test
    void showsGapsFirstAndWhatToDo() throws Exception {
        events.published().in(edition).at("Ajaccio", "2A", AJACCIO).seats(40).now();
        ground.teaches(school("2B", BASTIA), 3, 17);
        var page = page(
                people.pilot(),
                HERE + "/REGION-94?niveau=DEPARTEMENT&edition=" + edition.id().value());
        assertThat(page.select("tbody th").eachText()).containsExactly("Haute-Corse", "Corse-du-Sud");
        var gap = page.select("tbody tr").getFirst();
        assertThat(gap.hasClass("gap")).isTrue();
        assertThat(gap.text()).contains("aucun", "1 sur 1", "Prévenir 1 lycée");
        assertThat(gap.select("td a").attr("href")).startsWith(HERE + "/DEPARTEMENT-2B/lycees?");
        assertThat(page.select("svg a").eachAttr("aria-label")).containsExactly("Corse-du-Sud : 1 événement");
        assertThat(page.select(".actions a").text()).isEqualTo("Voir les lycées à prévenir");
        assertThat(page.title()).isEqualTo("Couverture : région académique Corse – Préau");
    }

    @Test
    void drawsTheFigureChosen() throws Exception {
        events.published().in(edition).at("Ajaccio", "2A", AJACCIO).seats(40).now();
        var page = page(
                people.pilot(),
                HERE + "/REGION-94?chiffre=places&edition=" + edition.id().value());
        assertThat(page.select("svg a").eachAttr("aria-label")).containsExactly("Corse-du-Sud : 40 places offertes");
        assertThat(page.select(".legend").eachText()).containsExactly("1 à 13", "14 à 26", "27 à 40");
        assertThat(page.select("select[name=chiffre] option[selected]").text()).isEqualTo("Places offertes");
    }

    /// All 107 of them, twenty at a time, without a link a square.
    @Test
    void staysLightForTheWholeNation() throws Exception {
        for (var departement : territories.departements()) {
            events.published()
                    .in(edition)
                    .at(departement.name(), departement.code(), new GeoPoint(45, 3))
                    .now();
        }
        var here = HERE + "?niveau=DEPARTEMENT&edition=" + edition.id().value();
        var page = page(people.pilot(), here);
        assertThat(page.select("tbody tr")).hasSize(20);
        assertThat(page.select("svg a")).isEmpty();
        assertThat(page.body().select("*").size()).isLessThan(400);
        assertThat(page(people.pilot(), here + "&page=6").select("tbody tr")).hasSize(7);
        assertThat(page(
                                people.pilot(),
                                HERE + "?niveau=REGION&edition=" + edition.id().value())
                        .select(".pager")
                        .text())
                .contains("Page 1 sur 2");
    }

    @Test
    void listsLyceesToWriteTo() throws Exception {
        var event = events.published().in(edition).at("Ajaccio", "2A", AJACCIO).now();
        var bastia = school("2B", BASTIA);
        ground.teaches(bastia, 3, 17);
        for (var number = 0; number < 20; number++) {
            ground.teaches(school("2B", new GeoPoint(42.6, 9.45)), 1, 9);
        }
        var here = HERE + "/DEPARTEMENT-2B/lycees?edition=" + edition.id().value();
        var page = page(people.coordinator(territories.departement("2B").orElseThrow()), here);
        assertThat(page.select("tbody tr")).hasSize(20);
        var first = page.select("tbody tr").getFirst();
        assertThat(first.text()).contains("20", "104 km");
        assertThat(first.select("a").eachAttr("href"))
                .containsExactly(
                        "/evenements/" + event.id().value(),
                        "mailto:%s?subject=%s"
                                .formatted(
                                        bastia.mail(),
                                        edition.name().replace(" ", "%20").replace("é", "%C3%A9")
                                                + "%20%3A%20pour%20vos%20%C3%A9l%C3%A8ves%20de%20NSI"));
        assertThat(page(people.pilot(), here + "&page=2").select("tbody tr")).hasSize(1);
        assertThat(page(
                                people.pilot(),
                                HERE + "/DEPARTEMENT-2A/lycees?edition="
                                        + edition.id().value())
                        .select(".empty")
                        .text())
                .startsWith("Aucun lycée de ce territoire n'enseigne NSI");
    }

    @Test
    void givesCsvWhoseColumnsTheSchemaDescribes() throws Exception {
        var event = events.published()
                .in(edition)
                .at("Ajaccio", "2A", AJACCIO)
                .seats(400)
                .now();
        var school = school("2A", AJACCIO);
        ground.book(event, school, "2de 1", 25, 9);
        ground.teaches(school, 4, 16);
        var answer = open(
                people.pilot(),
                HERE + "/REGION-94/couverture.csv?edition=" + edition.id().value());
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.getResponse().getHeader("Link"))
                .isEqualTo("</espace/couverture/schema.json>; rel=\"describedby\"");
        var rows = rows(answer.getResponse().getContentAsString(StandardCharsets.UTF_8));
        assertThat(rows)
                .extracting(row -> row.get("niveau") + " " + row.get("code_territoire"))
                .containsExactly("REGION 94", "ACADEMIE 27", "DEPARTEMENT 2A", "DEPARTEMENT 2B");
        var row = rows.get(2);
        assertThat(row.get("libelle_territoire")).isEqualTo("Corse-du-Sud");
        assertThat(row.get("calcule_le")).matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
        assertThat(row.get("evenements")).isEqualTo("1");
        assertThat(row.get("places_libres")).isEqualTo("373");
        assertThat(row.get("eleves_inscrits")).isEqualTo("25");
        assertThat(row.get("part_filles_nsi")).isEqualTo("20");
        assertThat(row.get("part_filles_inscrites")).isEmpty();
        assertThat(row.get("part_filles_masquee")).isEqualTo("true");
        assertThat(rows.get(3).get("part_filles_masquee")).isEqualTo("false");
        var schema = JsonMapper.shared()
                .readTree(open(people.pilot(), HERE + "/schema.json")
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
        assertThat(schema.get("fields")
                        .valueStream()
                        .map(field -> field.get("name").asString()))
                .containsExactlyElementsOf(row.getParser().getHeaderNames());
    }

    @Test
    void standsInTheSpaceOfThoseWhoMay() throws Exception {
        assertThat(page(people.pilot(), "/espace").select("a[href=" + HERE + "]"))
                .hasSize(1);
        assertThat(page(people.withoutRole(), "/espace").select("a[href=" + HERE + "]"))
                .isEmpty();
    }

    private static List<CSVRecord> rows(String csv) throws Exception {
        assertThat(csv).startsWith("\uFEFFedition;calcule_le;");
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(csv.substring(1))).getRecords();
    }

    private School school(String departement, GeoPoint point) {
        return ASchool.lycee("Lycée de l'île")
                .in("Bastia", "20200", departement)
                .at(point)
                .add(jdbc);
    }

    private MvcTestResult open(SignedIn who, String address) {
        return pages.get().uri(address).with(who).exchange();
    }

    private Document page(SignedIn who, String address) throws Exception {
        var answer = open(who, address);
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
