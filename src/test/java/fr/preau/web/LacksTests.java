package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.servlet.ViewResolver;

/// An installation that nobody has named yet, as tests are.
@PreauTest
class LacksTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private ViewResolver viewResolver;

    @Autowired
    private ObjectProvider<Lacking> modules;

    @Autowired
    private ObjectProvider<Steering> steering;

    @Test
    void areToldToPilotsInTheirPages() {
        var page = page("/espace", people.pilot());

        assertThat(page.select("details.notice code").eachText())
                .contains(
                        "preau.address",
                        "preau.operator.name",
                        "preau.operator.director",
                        "preau.operator.host.telephone",
                        "preau.operator.data-protection-officer.contact",
                        "preau.operator.accessibility-contact",
                        "preau.mail.from");
        var elsewhere = page("/espace/couverture", people.pilot()).select("p.notice a[href=/espace#reglages]");
        assertThat(elsewhere.text()).endsWith("réglages manquent à cette plateforme");
    }

    @Test
    void areToldToNobodyElse() {
        var told = "details.notice, p.notice a[href*=reglages]";
        assertThat(page("/espace", people.withoutRole()).select(told)).isEmpty();
        assertThat(page("/mentions-legales", people.pilot()).select(told)).isEmpty();
    }

    @Test
    void areSaidOfEachFieldWhereTheLawAsksForIt() {
        var legal = page("/mentions-legales", people.withoutRole());

        assertThat(legal.select("dt").eachText())
                .contains("Nom", "Forme juridique", "Téléphone", "Direction de la publication");
        assertThat(legal.select("dd").eachText()).contains("pas encore indiqué");
        assertThat(page("/vie-privee", people.withoutRole()).text())
                .contains("Responsable du traitement pas encore indiqué", "article 6-1-e");
        assertThat(page("/accessibilite", people.withoutRole()).select("a[href^=mailto]"))
                .isEmpty();
    }

    @Test
    void areNoneOfADemonstrationThatSaysWhatItIs() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("demonstration");
        var demonstration = MockMvcTester.create(MockMvcBuilders.standaloneSetup(new StaticPages(environment))
                .setViewResolvers(viewResolver)
                .build());

        assertThat(demonstration.get().uri("/mentions-legales")).bodyText().contains("Ceci est une démonstration");
        assertThat(demonstration.get().uri("/accessibilite")).bodyText().contains("Ceci est une démonstration");
        assertThat(new Lacks(modules, steering, environment).all()).isEmpty();
    }

    private Document page(String address, SignedIn reader) {
        var answer = mvc.get().uri(address).with(reader).exchange();
        return Jsoup.parse(new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
