package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.territory.Territories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PreauTest
class SpaceTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Territories territories;

    private Browsing site;

    @BeforeEach
    void open() {
        site = new Browsing(mvc);
    }

    @Test
    void opensThreeDoorsToSomeoneWithoutARole() {
        var page = site.page(people.withoutRole(), "/espace");

        assertThat(page.select(".cards h2").eachText())
                .containsExactly(
                        "Je représente une organisation", "Je travaille dans un établissement", "J'ai une invitation");
    }

    @Test
    void opensToEachWhatTheyMayDo() {
        var pilot = site.page(people.pilot(), "/espace").select(".cards a").eachAttr("href");
        var coordinator = site.page(
                        people.coordinator(territories.departement("09").orElseThrow()), "/espace")
                .select(".cards a")
                .eachAttr("href");

        assertThat(pilot).contains("/espace/administration/journal", "/espace/administration/roles");
        assertThat(coordinator)
                .contains("/espace/administration/roles", "/espace/administration/demandes")
                .doesNotContain("/espace/administration/journal", "/espace/administration/etablissements");
        assertThat(site.page(people.head(TestPeople.anyUai()), "/espace")
                        .select(".cards a")
                        .eachAttr("href"))
                .contains("/espace/administration/demandes");
    }

    @Test
    void sendsAVisitorToSignIn() {
        assertThat(site.open(Browsing.NOBODY, "/espace").getResponse().getRedirectedUrl())
                .endsWith("/connexion");
    }

    @Test
    void keepsTheNameOneWrites() {
        var someone = people.withoutRole();

        assertThat(site.send(someone, "/espace/nom", "nom", "  Ada <b>Lovelace</b>  "))
                .hasStatus(302);

        assertThat(accounts.find(someone.id()).orElseThrow().name()).isEqualTo("Ada <b>Lovelace</b>");
        var page = site.page(someone, "/espace");
        assertThat(page.select("h1").text()).isEqualTo("Bonjour Ada <b>Lovelace</b>");
        assertThat(page.select("h1 b")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb"})
    void refusesANameThatIsNone(String typed) {
        var someone = people.withoutRole();
        var answer = site.send(someone, "/espace/nom", "nom", typed);

        assertThat(answer).hasStatus(422);
        assertThat(Browsing.page(answer).select("#nom-erreur").text()).isNotBlank();
        assertThat(accounts.find(someone.id()).orElseThrow().name()).isEqualTo(someone.name());
    }

    @Test
    void refusesAGiantName() {
        assertThat(site.send(people.withoutRole(), "/espace/nom", "nom", "a".repeat(10_000)))
                .hasStatus(422);
    }
}
