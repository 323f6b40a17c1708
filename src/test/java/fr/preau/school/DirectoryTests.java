package fr.preau.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Territories;
import fr.preau.territory.Uai;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class DirectoryTests {
    private static final String HERE = "/espace/annuaire";
    private static final Map<String, String> NEW = Map.of(
            "nom",
            "Lycée Neuf",
            "genre",
            "LYCEE",
            "secteur",
            "PUBLIC",
            "commune",
            "Foix",
            "postal",
            "09000",
            "departement",
            "09",
            "courriel",
            "ce@neuf.example");

    private final MockMvcTester pages;
    private final TestPeople people;
    private final Schools schools;
    private final Territories territories;
    private final JdbcClient jdbc;

    @Autowired
    DirectoryTests(MockMvcTester pages, TestPeople people, Schools schools, Territories territories, JdbcClient jdbc) {
        this.pages = pages;
        this.people = people;
        this.schools = schools;
        this.territories = territories;
        this.jdbc = jdbc;
    }

    @Test
    void addsASchoolAndWritesItInTheJournal() {
        var uai = ASchool.randomUai();
        assertThat(add(people.pilot(), uai.value(), NEW)).hasRedirectedUrl(HERE + "/" + uai);
        var school = find(uai);
        assertThat(school.name()).isEqualTo("Lycée Neuf");
        assertThat(school.publicSector()).isTrue();
        assertThat(school.mail()).isEqualTo("ce@neuf.example");
        assertThat(schools.search("lycee neuf foix", 5)).extracting(School::uai).contains(uai);
        assertThat(acts(uai)).containsExactly("ajoute l'établissement");
        var again = add(people.pilot(), uai.value(), NEW);
        assertThat(again).hasStatus(422);
        assertThat(page(again).select("#uai-erreur").text()).contains("déjà");
    }

    @ParameterizedTest
    @CsvSource({
        "uai, 0000000Z",
        "uai, ''",
        "nom, ''",
        "genre, PALAIS",
        "commune, ''",
        "postal, 9000.0",
        "postal, ''",
        "departement, 99",
        "departement, ''",
        "courriel, pas une adresse"
    })
    void saysAtTheFieldWhatIsWrongAndKeepsTheRest(String field, String value) {
        var typed = new java.util.HashMap<>(NEW);
        typed.put("nom", "Lycée gardé");
        typed.put(field, value);
        var uai = field.equals("uai") ? value : ASchool.randomUai().value();
        var answer = add(people.pilot(), uai, typed);
        assertThat(answer).hasStatus(422);
        var page = page(answer);
        assertThat(page.select("#%s-erreur".formatted(field)).text()).isNotBlank();
        if (!field.equals("nom")) {
            assertThat(page.select("#nom").val()).isEqualTo("Lycée gardé");
        }
    }

    @Test
    void correctsASchoolOnceAndSaysWhenThereIsNothingToCorrect() {
        var school = ASchool.lycee("Lycée Faux").in("Foix", "09000", "09").add(jdbc);
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());
        assertThat(correct(coordinator, school.uai(), NEW)).hasRedirectedUrl(HERE + "/" + school.uai());
        assertThat(find(school.uai()).name()).isEqualTo("Lycée Neuf");
        assertThat(correct(coordinator, school.uai(), NEW)).hasStatus3xxRedirection();
        assertThat(acts(school.uai())).containsExactly("corrige l'établissement");
        var page = page(
                pages.get().uri(HERE + "/" + school.uai()).with(coordinator).exchange());
        assertThat(page.select("#nom").val()).isEqualTo("Lycée Neuf");
        assertThat(page.select("form[action$=/ministere]")).hasSize(1);
    }

    @Test
    void leavesTheNeighboursSchoolsAlone() {
        var school =
                ASchool.lycee("Lycée d'à côté").in("Toulouse", "31000", "31").add(jdbc);
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());
        assertThat(correct(coordinator, school.uai(), NEW)).hasStatus(403);
        var elsewhere = new java.util.HashMap<>(NEW);
        elsewhere.put("departement", "31");
        var answer = add(coordinator, ASchool.randomUai().value(), elsewhere);
        assertThat(answer).hasStatus(422);
        assertThat(page(answer).select("#departement-erreur").text()).contains("n'est pas de votre territoire");
    }

    @Test
    void closesASchoolThatStaysToBeFound() {
        var school = ASchool.lycee("Lycée Clos").in("Foix", "09000", "09").add(jdbc);
        var typed = new java.util.HashMap<>(NEW);
        typed.put("ferme", "true");
        correct(people.pilot(), school.uai(), typed);
        assertThat(find(school.uai()).open()).isFalse();
        var page = page(pages.get()
                .uri(HERE + "?q=" + school.uai())
                .with(people.pilot())
                .exchange());
        assertThat(page.select("ul.cards").text()).contains("fermé");
    }

    private MvcTestResult add(SignedIn who, String uai, Map<String, String> typed) {
        var request = pages.post().uri(HERE + "/nouveau").with(who).with(csrf()).param("uai", uai);
        typed.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult correct(SignedIn who, Uai uai, Map<String, String> typed) {
        var request = pages.post().uri(HERE + "/" + uai).with(who).with(csrf());
        typed.forEach(request::param);
        return request.exchange();
    }

    private School find(Uai uai) {
        return schools.find(uai).orElseThrow();
    }

    private java.util.List<String> acts(Uai uai) {
        return jdbc.sql("select act from account.act where about like ? order by at")
                .param(uai + ",%")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static Document page(MvcTestResult answer) {
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
