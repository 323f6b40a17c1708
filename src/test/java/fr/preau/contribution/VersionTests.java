package fr.preau.contribution;

import static fr.preau.contribution.Browser.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.territory.Territories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What a contribution said before: public only since it was, and gone by itself when it must.
@PreauTest
class VersionTests {
    private static final String FIRST = "Écrire à jean.dupont@example.org ou au 06 12 34 56 78.";

    @Autowired
    private ContributionFixtures fixtures;

    @Autowired
    private Reports reports;

    @Autowired
    private Contributions contributions;

    @Autowired
    private ContributionRepository repository;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(mvc);
    }

    @Test
    void whatWasCorrectedBeforeValidationIsNeverPublic() {
        var piece = publishedAfterCorrection();

        var page = browser.page(piece.path()).text();

        assertThat(page)
                .contains("Écrire au secrétariat.")
                .doesNotContain("jean.dupont")
                .doesNotContain("06 12 34");
        assertThat(contributions.wordings(piece.id()))
                .extracting(Wording::version)
                .containsExactly(2);
        assertThat(browser.page(people.pilot(), desk(piece)).text()).contains("jamais publique", "jean.dupont");
    }

    @Test
    void oneVersionIsErasedAloneWithItsReason() {
        var one = fixtures.publishedOnline(fixtures.consultation(), "09", FIRST);
        browser.send(
                people.pilot(),
                desk(one) + "/corriger",
                "version",
                "1",
                "nature",
                "PROPOSAL",
                "texte",
                "Écrire au secrétariat.",
                "motif",
                "Coordonnées retirées.");
        assertThat(browser.page(one.path()).text()).contains("jean.dupont");
        var elsewhere = people.coordinator(territories.departement("31").orElseThrow());
        var erase = desk(one) + "/versions/1/effacer";

        assertThat(browser.send(elsewhere, erase, "pourquoi", "Parce que.")).hasStatus(403);
        assertThat(browser.send(people.pilot(), erase)).hasStatus(422);
        assertThat(browser.send(people.pilot(), desk(one) + "/versions/2/effacer", "pourquoi", "Oui."))
                .hasStatus(409);
        assertThat(browser.send(people.pilot(), desk(one) + "/versions/9/effacer", "pourquoi", "Oui."))
                .hasStatus(404);
        assertThat(browser.send(people.pilot(), erase, "pourquoi", "Elle donnait une adresse."))
                .hasStatus3xxRedirection();

        assertThat(browser.page(one.path()).text())
                .contains("Écrire au secrétariat.", "Cette version est effacée : Elle donnait une adresse.")
                .doesNotContain("jean.dupont");
        assertThat(repository.wordings(one.id()))
                .extracting(Wording::text)
                .containsExactly("", "Écrire au secrétariat.");
        assertThat(jdbc.sql("select count(*) from account.act where about like ? and act like 'efface une version%'")
                        .param(one.reference() + ",%")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(browser.send(people.pilot(), erase, "pourquoi", "Encore.")).hasStatus(409);
    }

    @Test
    void forgetsAfterAYearWhatNeverWasPublic() {
        var piece = publishedAfterCorrection();
        var today = repository.wordings(piece.id()).getFirst().day();

        repository.forgetNeverPublic(today, 1000);
        assertThat(repository.wordings(piece.id()).getFirst().text()).isEqualTo(FIRST);
        repository.forgetNeverPublic(today.plusDays(1), 1000);
        assertThat(repository.wordings(piece.id()))
                .extracting(Wording::text)
                .containsExactly("", "Écrire au secrétariat.");
    }

    @Test
    void saysOnOpeningThatTheWorkshopHasNotBegun() {
        var tomorrow = fixtures.held(fixtures.consultation(), "09", 1);

        assertThat(browser.page(tomorrow.path()).select(".notice").text()).contains("n'a pas encore commencé");
        var checked = Browser.page(browser.send(NOBODY, tomorrow.path(), "nature-0", "NEED", "texte-0", "Des prises."));
        assertThat(checked.select("button[value=deposer]")).isEmpty();
        assertThat(browser.page(fixtures.held("09").path()).text()).doesNotContain("n'a pas encore commencé");
    }

    private Contribution publishedAfterCorrection() {
        var held = fixtures.held("09");
        var report = fixtures.filed(held, FIRST);
        var piece = reports.contributions(report).getFirst();
        reports.correct(
                report,
                piece.id(),
                1,
                new Filing.Line(piece.nature(), "Écrire au secrétariat.", piece.room()),
                "coordonnées retirées");
        reports.validate(report, reports.standing(report), Report.By.COORDINATOR, "Relu sur place.");
        return contributions.find(piece.id()).orElseThrow();
    }

    private static String desk(Contribution one) {
        return "/espace/consultations/contributions/" + one.id().value();
    }
}
