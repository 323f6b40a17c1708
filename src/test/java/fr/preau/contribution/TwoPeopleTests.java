package fr.preau.contribution;

import static fr.preau.contribution.Browser.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.TestPeople;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Two people on one report or one contribution: the second is told, undoes nothing, and keeps what they typed.
@PreauTest
class TwoPeopleTests {
    @Autowired
    private ContributionFixtures fixtures;

    @Autowired
    private Reports reports;

    @Autowired
    private Contributions contributions;

    @Autowired
    private TestPeople people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvcTester mvc;

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void openBrowser() {
        browser = new Browser(mvc);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void theSecondWhoCorrectsAReportSeesTheFirstsTextAndKeepsTheirs() {
        var held = fixtures.held("09");
        var piece = reports.contributions(fixtures.filed(held, "Une idée.")).getFirst();
        var page = held.path() + "/contributions/" + piece.id().value();

        assertThat(correct(page, "1", "Le texte du premier.")).hasStatus3xxRedirection();
        var second = correct(page, "1", "Le texte du second.");

        assertThat(second).hasStatus(409);
        var shown = Browser.page(second);
        assertThat(shown.text()).contains("Quelqu'un d'autre", "Le texte du premier.");
        assertThat(shown.select("#texte").text()).isEqualTo("Le texte du second.");
        assertThat(contributions.find(piece.id()).orElseThrow().text()).isEqualTo("Le texte du premier.");

        assertThat(correct(page, shown.select("input[name=version]").val(), "Le texte du second."))
                .hasStatus3xxRedirection();
        assertThat(contributions.find(piece.id()).orElseThrow().text()).isEqualTo("Le texte du second.");
    }

    @Test
    void nobodyValidatesWhatSomebodyElseHasJustCorrected() {
        var held = fixtures.held("09");
        var report = fixtures.filed(held, "Une idée.");
        var piece = reports.contributions(report).getFirst();
        clock.advance(Duration.ofHours(73));
        var read = browser.page(held.path()).select("input[name=lu]").val();
        correct(held.path() + "/contributions/" + piece.id().value(), "1", "Une autre idée.");

        var answer = browser.send(NOBODY, held.path() + "/validation", "lu", read);

        assertThat(answer).hasStatus(409);
        assertThat(Browser.page(answer).text()).contains("a changé depuis", "Une autre idée.");
        assertThat(contributions.find(piece.id()).orElseThrow().state()).isEqualTo(Contribution.State.RECEIVED);
        var again = Browser.page(answer).select("input[name=lu]").val();
        assertThat(browser.send(NOBODY, held.path() + "/validation", "lu", again))
                .hasStatus3xxRedirection();
    }

    @Test
    void theSecondWhoAnswersARemarkReadsTheFirstsAnswer() {
        var held = fixtures.held("09");
        var report = fixtures.filed(held, "Une idée.");
        browser.send(NOBODY, report.readPath(), "remarque", "Il manque quelque chose.");
        var remark = reports.remarks(report).getFirst();
        var page = held.path() + "/remarques/" + remark.id();

        assertThat(browser.send(NOBODY, page, "suite", "KEPT", "reponse", "C'est dans la ligne 2."))
                .hasStatus3xxRedirection();
        var second = browser.send(NOBODY, page, "suite", "CORRECTED", "reponse", "Je vais l'ajouter.");

        assertThat(second).hasStatus(409);
        assertThat(Browser.page(second).text())
                .contains("Quelqu'un a déjà répondu", "C'est dans la ligne 2.", "Je vais l'ajouter.");
        assertThat(reports.remarks(report).getFirst().answer()).isEqualTo("C'est dans la ligne 2.");
    }

    @Test
    void theSecondWhoMasksIsToldThatTheirReasonIsNotKept() {
        var one = fixtures.publishedOnline(fixtures.consultation(), "09", "Une idée.");
        var page = "/espace/consultations/contributions/" + one.id().value() + "/masquer";
        var token = UUID.randomUUID();
        String[] first = {"action", "masquer", "raison", "OFF_TOPIC", "phrase", "Hors sujet."};

        assertThat(browser.send(people.pilot(), token, page, first)).hasStatus3xxRedirection();
        assertThat(browser.send(people.pilot(), token, page, first)).hasStatus3xxRedirection();
        var second =
                browser.send(people.pilot(), page, "action", "masquer", "raison", "INSULTING", "phrase", "Insulte.");

        assertThat(second).hasStatus(409);
        assertThat(Browser.page(second).text()).contains("déjà masquée", "n'est pas enregistrée");
        assertThat(Browser.page(second).select("#phrase").text()).isEqualTo("Insulte.");
        assertThat(browser.page(one.path()).text()).contains("Hors sujet.").doesNotContain("Insulte.");
    }

    @Test
    void aRemarkThatComesTooLateIsGivenBack() {
        var held = fixtures.held("09");
        var report = fixtures.filed(held, "Une idée.");
        clock.advance(Duration.ofHours(73));

        var answer = browser.send(NOBODY, report.readPath(), "remarque", "Nous disions autre chose.");

        assertThat(answer).hasStatus(409);
        assertThat(Browser.page(answer).text()).contains("n'est pas enregistré : « Nous disions autre chose. »");
    }

    private MvcTestResult correct(String page, String version, String text) {
        return browser.send(NOBODY, page, "version", version, "nature", "PROPOSAL", "texte", text, "motif", "Relu.");
    }
}
