package fr.preau.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.territory.Territories;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class EditionPagesTests {
    private static final String LIST = "/espace/administration/editions";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Editions editions;

    @Autowired
    private EditionFixtures fixtures;

    @Autowired
    private EventFixtures events;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Territories territories;

    private final SignedIn pilot;
    private final TestPeople people;

    EditionPagesTests(@Autowired TestPeople people) {
        this.people = people;
        pilot = people.pilot();
    }

    @Test
    void createsAnEditionOnceWithParisHours() {
        var token = UUID.randomUUID();

        assertThat(post(LIST, pilot, with(Map.of("jeton", token.toString())))).hasStatus3xxRedirection();
        assertThat(post(LIST, pilot, with(Map.of("jeton", token.toString())))).hasStatus3xxRedirection();

        var edition = editions.forChange(new EditionId(token)).orElseThrow().edition();
        assertThat(edition.submissionsOpen()).isEqualTo("2100-09-01T06:00:00Z");
        assertThat(edition.registrationsClose()).isEqualTo("2100-12-01T22:00:00Z");
        assertThat(edition.kinds()).extracting(Edition.Kind::code).containsExactly("atelier", "fete-du-code");
        assertThat(edition.partners()).contains(new Edition.Partner("Une association", "https://exemple.fr"));
        assertThat(edition.delegated()).isTrue();
        assertThat(edition.offerHours()).isEqualTo(24);
    }

    @Test
    void keepsADraftToPilotsUntilOneOpensIt() throws UnsupportedEncodingException {
        fixtures.current();
        var id = drafted(Map.of());

        assertThat(editions.find(id)).isEmpty();
        assertThat(editions.lately(id)).isEmpty();
        assertThat(editions.all()).extracting(Edition::id).doesNotContain(id);
        assertThat(mvc.get().uri("/api/editions").exchange().getResponse().getContentAsString())
                .doesNotContain(id.value().toString());
        assertThat(read(mvc.get().uri(at(id)).with(pilot).exchange()).text()).contains("C'est un brouillon");
        var asked = read(mvc.get().uri(at(id) + "/ouvrir").with(pilot).exchange());
        assertThat(asked.select("main").text())
                .contains("reste l'édition en cours", "jusqu'au lundi 15 novembre 2100 à 20 h");

        assertThat(post(at(id) + "/ouvrir", pilot, Map.of("lock", "0"))).hasStatus3xxRedirection();

        assertThat(editions.find(id)).isPresent();
        assertThat(editions.all()).extracting(Edition::id).contains(id);
        assertThat(acts(id)).containsExactly("crée l'édition", "ouvre l'édition");
    }

    @Test
    void neverTakesADraftForTheCurrentEdition() throws UnsupportedEncodingException {
        var today = fixtures.today().toString();
        var id = drafted(Map.of("firstDay", today, "lastDay", today));

        assertThat(editions.current().map(Edition::id)).isNotEqualTo(java.util.Optional.of(id));
        assertThat(editions.proposable()).extracting(Edition::id).doesNotContain(id);
        assertThat(read(mvc.get().uri(at(id) + "/ouvrir").with(pilot).exchange())
                        .text())
                .contains("Elle devient l'édition en cours");

        assertThat(post(at(id) + "/supprimer", pilot, Map.of())).hasStatus3xxRedirection();

        assertThat(editions.forChange(id)).isEmpty();
        assertThat(acts(id)).endsWith("supprime l'édition");
    }

    @Test
    void opensNothingThatChangedSinceItWasRead() throws UnsupportedEncodingException {
        var id = drafted(Map.of());
        assertThat(post(at(id), people.pilot(), with(Map.of("name", "Une autre semaine"))))
                .hasStatus3xxRedirection();

        var late = post(at(id) + "/ouvrir", pilot, Map.of("lock", "0"));

        assertThat(late).hasStatus(409);
        assertThat(read(late).text()).contains("Quelqu'un d'autre a changé cette édition", "Une autre semaine");
        assertThat(editions.find(id)).isEmpty();
    }

    @Test
    void keepsAnEditionThatSomethingRefersTo() throws UnsupportedEncodingException {
        var edition = fixtures.create(fixtures.around(fixtures.today().plusYears(52)));
        events.published().in(edition).now();
        var address = at(edition.id()) + "/supprimer";

        assertThat(read(mvc.get().uri(address).with(pilot).exchange()).text())
                .contains("ne se supprime pas", "1 événement");
        assertThat(post(address, pilot, Map.of())).hasStatus(409);

        assertThat(editions.find(edition.id())).isPresent();
    }

    private EditionId drafted(Map<String, String> more) {
        var token = UUID.randomUUID();
        var fields = new HashMap<>(more);
        fields.put("jeton", token.toString());
        fields.put("name", named(new EditionId(token)));
        assertThat(post(LIST, pilot, with(fields))).hasStatus3xxRedirection();
        return new EditionId(token);
    }

    private List<String> acts(EditionId id) {
        return database.sql("select act from account.act where about = ? order by at")
                .param(named(id))
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String named(EditionId id) {
        return "Semaine " + id.value();
    }

    private static String at(EditionId id) {
        return LIST + "/" + id.value();
    }

    @Test
    void refusesWindowsOutOfOrderAndWeeksTooLong() throws UnsupportedEncodingException {
        var refused = post(
                LIST,
                pilot,
                with(Map.of(
                        "lastDay", "2100-12-31",
                        "submissionsClose", "2100-08-01T08:00",
                        "registrationsClose", "2100-08-01T08:00",
                        "schoolYear", "2100-2105",
                        "offerHours", "200",
                        "partners", "Association | javascript:alert(1)")));

        assertThat(refused).hasStatus(422);
        assertThat(read(refused).select("#erreurs a").eachAttr("href"))
                .contains(
                        "#lastDay",
                        "#submissionsClose",
                        "#registrationsClose",
                        "#schoolYear",
                        "#partners",
                        "#offerHours");
        assertThat(read(refused).select("#lastDay").val()).isEqualTo("2100-12-31");
    }

    @Test
    void refusesWhatIsNoDateAndKeepsIt() throws UnsupportedEncodingException {
        var refused = post(LIST, pilot, with(Map.of("firstDay", "abc", "delegated", "peut-être", "lock", "trois")));

        assertThat(refused).hasStatus(422);
        assertThat(read(refused).select("#erreurs a").eachAttr("href")).contains("#firstDay");
        assertThat(read(refused).select("#firstDay").val()).isEqualTo("abc");
    }

    @Test
    void keepsAKindsCodeWhenItIsReworded() {
        var edition = fixtures.create(fixtures.around(fixtures.today().plusYears(50)));
        var names = new StringBuilder();
        edition.kinds().forEach(kind -> names.append(kind.name()).append('\n'));
        var reworded = names.toString().replace("Atelier pratique", "Atelier à faire soi-même");

        post(LIST + "/" + edition.id().value(), pilot, with(Map.of("kinds", reworded, "lock", "0")));

        assertThat(editions.find(edition.id()).orElseThrow().kindName("atelier"))
                .isEqualTo("Atelier à faire soi-même");
    }

    @Test
    void neverOverwritesAnotherPilot() {
        var edition = fixtures.create(fixtures.around(fixtures.today().plusYears(51)));
        var address = LIST + "/" + edition.id().value();
        assertThat(post(address, pilot, with(Map.of("name", "Le premier")))).hasStatus3xxRedirection();

        var late = post(address, people.pilot(), with(Map.of("name", "Le second")));

        assertThat(late).hasStatus(409);
        assertThat(editions.find(edition.id()).orElseThrow().name()).isEqualTo("Le premier");
    }

    @Test
    void opensToPilotsOnly() {
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());

        var one = LIST + "/" + UUID.randomUUID();
        for (var path : List.of(LIST, LIST + "/nouvelle", one, one + "/ouvrir", one + "/supprimer")) {
            assertThat(mvc.get().uri(path).with(coordinator)).as(path).hasStatus(403);
        }
        assertThat(post(LIST, coordinator, with(Map.of()))).hasStatus(403);
        assertThat(post(one + "/ouvrir", coordinator, Map.of())).hasStatus(403);
        assertThat(post(one + "/supprimer", coordinator, Map.of())).hasStatus(403);
        assertThat(mvc.get().uri(LIST).with(pilot)).hasStatusOk();
        assertThat(mvc.get().uri(LIST + "/" + UUID.randomUUID()).with(pilot)).hasStatus(404);
    }

    @Test
    void takesTheSoonestWeekNotOverForTheCurrentOne() {
        var current = fixtures.current();
        fixtures.create(fixtures.around(fixtures.today().plusYears(60)));

        assertThat(editions.current().orElseThrow().lastDay()).isBeforeOrEqualTo(current.lastDay());
    }

    private MvcTestResult post(String address, SignedIn person, Map<String, String> fields) {
        var request = mvc.post().uri(address).with(person).with(csrf());
        for (var field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.exchange();
    }

    private static Map<String, String> with(Map<String, String> more) {
        var fields = new HashMap<>(Map.of(
                "jeton", UUID.randomUUID().toString(),
                "name", "Semaine de 2100",
                "firstDay", "2100-12-01",
                "lastDay", "2100-12-06",
                "submissionsOpen", "2100-09-01T08:00",
                "submissionsClose", "2100-11-15T20:00",
                "registrationsOpen", "2100-11-01T08:00",
                "registrationsClose", "2100-12-01T23:00",
                "schoolYear", "2100-2101"));
        fields.put("kinds", "Atelier pratique\n\nFête du code\n");
        fields.put("partners", "Une association | https://exemple.fr\nUne autre");
        fields.put("delegated", "true");
        fields.put("offerHours", "24");
        fields.put("lock", "0");
        fields.putAll(more);
        return fields;
    }

    private static Document read(MvcTestResult result) throws UnsupportedEncodingException {
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
