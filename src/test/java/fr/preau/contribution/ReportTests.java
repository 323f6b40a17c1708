package fr.preau.contribution;

import static fr.preau.contribution.Browser.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.TestPeople;
import fr.preau.territory.Territories;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A workshop's report from its form to its validation, as rapporteurs, participants and coordinators meet it.
@PreauTest
@RecordApplicationEvents
class ReportTests {
    private static final String[] TYPED = {
        "action",
        "deposer",
        "present-PUPIL",
        "20",
        "climat",
        "Calme.",
        "nature-0",
        "PROPOSAL",
        "texte-0",
        "Mettre la fibre dans les internats.",
        "pour-0",
        "15",
        "contre-0",
        "3",
        "nature-2",
        "DISAGREEMENT",
        "texte-2",
        "La salle se partage sur le téléphone.",
        "rang-2",
        "1"
    };

    @Autowired
    private ContributionFixtures fixtures;

    @Autowired
    private Reports reports;

    @Autowired
    private Contributions contributions;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEvents events;

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
    void depositsOnceInTheOrderAskedAndTellsTheSecondTime() {
        var held = fixtures.held("09");
        var token = UUID.randomUUID();

        assertThat(browser.send(NOBODY, token, held.path(), TYPED)).hasStatus3xxRedirection();
        assertThat(browser.send(NOBODY, token, held.path(), TYPED)).hasStatus3xxRedirection();

        var report = fixtures.place(held).filed();
        assertThat(report.id()).isEqualTo(token);
        assertThat(report.present()).isEqualTo(20);
        assertThat(reports.contributions(report))
                .extracting(Contribution::nature)
                .containsExactly(Nature.PROPOSAL, Nature.DISAGREEMENT);
        assertThat(events.stream(ReportFiled.class)
                        .filter(filed -> filed.workshop().equals(report.workshop())))
                .singleElement()
                .satisfies(filed -> assertThat(filed.path()).isEqualTo(report.readPath()));
        assertThat(browser.page(held.path()).text()).contains("Mettre la fibre dans les internats.");
    }

    @Test
    void showsWhatOthersWroteUnlessTheRapporteurSwitchesItOff() {
        var held = fixtures.held("09");
        fixtures.publishedOnline(held.consultation(), "31", "Prêter les ordinateurs du collège pendant les vacances.");
        var line = new String[] {
            "nature-0", "PROPOSAL", "texte-0", "Prêter des ordinateurs pendant les vacances.", "action", "verifier"
        };

        var shown = Browser.page(browser.send(NOBODY, held.path(), line));
        var alone = Browser.page(browser.send(
                NOBODY,
                held.path(),
                Stream.concat(Stream.of(line), Stream.of("proches", "non")).toArray(String[]::new)));

        assertThat(shown.select("section.card").text()).contains("voir aussi", "Haute-Garonne");
        assertThat(alone.select("section.card").text()).contains("À vérifier").doesNotContain("voir aussi");
        assertThat(alone.select("input[name=proches][checked]")).hasSize(1);
    }

    @Test
    void refusesAnotherReportOfTheWorkshopAndKeepsWhatWasTyped() {
        var held = fixtures.held("09");
        fixtures.filed(held, "Une idée.");

        var answer = browser.send(NOBODY, held.path(), TYPED);

        assertThat(answer).hasStatus(409);
        assertThat(Browser.page(answer).text()).contains("Un autre compte rendu de cet atelier est déjà déposé");
        assertThat(Browser.page(answer).select("#texte-0").text()).isEqualTo("Mettre la fibre dans les internats.");
        assertThat(reports.contributions(fixtures.place(held).filed())).hasSize(1);
    }

    @Test
    void namesEachFieldToCorrectAndKeepsWhatWasTyped() {
        var held = fixtures.held("09");

        var answer = browser.send(
                NOBODY,
                held.path(),
                "action",
                "deposer",
                "present-PUPIL",
                "beaucoup",
                "texte-1",
                "x".repeat(601),
                "pour-1",
                "-3");

        assertThat(answer).hasStatus(422);
        var page = Browser.page(answer);
        assertThat(page.select("#present-PUPIL-erreur").text()).isNotEmpty();
        assertThat(page.select("#nature-1-erreur").text()).isNotEmpty();
        assertThat(page.select("#texte-1-erreur").text()).contains("600", "601");
        assertThat(page.select("#pour-1-erreur").text()).isNotEmpty();
        assertThat(page.select("#present-PUPIL").val()).isEqualTo("beaucoup");
        assertThat(fixtures.place(held).isFiled()).isFalse();
    }

    @Test
    void countsNoMoreInTheRoomThanWereThere() {
        var held = fixtures.held("09");

        var answer = browser.send(
                NOBODY,
                held.path(),
                "present-PUPIL",
                "10",
                "nature-0",
                "NEED",
                "texte-0",
                "Des prises.",
                "pour-0",
                "9",
                "contre-0",
                "2");

        assertThat(answer).hasStatus(422);
        assertThat(Browser.page(answer).select("#pour-0-erreur").text()).contains("10 personnes", "11");
    }

    @Test
    void addsAndRemovesLinesWithoutScript() {
        var held = fixtures.held("09");

        var more = Browser.page(
                browser.send(NOBODY, held.path(), "action", "ajouter", "lignes", "5", "texte-4", "Cinquième."));
        assertThat(more.select("fieldset[data-ligne]")).hasSize(6);
        assertThat(more.select("#texte-4").text()).isEqualTo("Cinquième.");

        var fewer = Browser.page(
                browser.send(NOBODY, held.path(), "action", "retirer-3", "lignes", "6", "texte-4", "Cinquième."));
        assertThat(fewer.select("fieldset[data-ligne]")).hasSize(5);
        assertThat(fewer.select("#texte-3").text()).isEqualTo("Cinquième.");
    }

    @Test
    void listsWhatToVerifyAndShowsWhatOthersSaid() {
        var consultation = fixtures.consultation();
        var there = fixtures.held(consultation, "31", -2);
        fixtures.published(there, "Installer une borne wifi dans chaque gymnase du département.");
        var held = fixtures.held(consultation, "09", -1);

        var page = Browser.page(browser.send(
                NOBODY,
                held.path(),
                "nature-0",
                "NEED",
                "texte-0",
                "Une borne wifi dans le gymnase, dit Mme Dupont.",
                "nature-1",
                "NEED",
                "texte-1",
                "une borne WIFI dans le gymnase dit mme dupont"));

        assertThat(page.select("section.card").text())
                .contains(
                        "Une personne semble nommée : « Mme Dupont »",
                        "disent la même chose",
                        "Aucun désaccord",
                        "Installer une borne wifi",
                        "Rapprochement proposé par comparaison de mots");
        assertThat(page.select("button[value=deposer]")).hasSize(1);
        assertThat(fixtures.place(held).isFiled()).isFalse();
    }

    @Test
    void waitsForTheWorkshopToBeginAndKnowsNoOtherKey() {
        var tomorrow = fixtures.held(fixtures.consultation(), "09", 1);

        var answer = browser.send(NOBODY, tomorrow.path(), TYPED);

        assertThat(answer).hasStatus(409);
        assertThat(Browser.page(answer).text()).contains("n'a pas encore commencé");
        assertThat(browser.open(NOBODY, "/consultations/rapport/" + "A".repeat(27)))
                .hasStatus(404);
        assertThat(browser.open(NOBODY, tomorrow.path() + "/lecture")).hasStatus(404);
    }

    @Test
    void takesRemarksFor72HoursThenValidatesOnceAllAreAnswered() {
        var held = fixtures.held("09");
        var report = fixtures.filed(held, "Une idée.");
        var piece = reports.contributions(report).getFirst();

        assertThat(browser.send(
                        NOBODY,
                        report.readPath(),
                        "remarque",
                        "Nous disions : deux idées.",
                        "contribution",
                        piece.id().value().toString()))
                .hasStatus3xxRedirection();
        assertThat(browser.page(report.readPath()).text()).doesNotContain("deux idées");
        assertThat(validate(held)).hasStatus(409);
        clock.advance(Duration.ofHours(73));
        assertThat(browser.send(NOBODY, report.readPath(), "remarque", "Trop tard."))
                .hasStatus(409);
        assertThat(Browser.page(validate(held)).text()).contains("Répondez d'abord à chaque remarque");

        var remark = reports.remarks(report).getFirst();
        var answer = held.path() + "/remarques/" + remark.id();
        assertThat(browser.send(NOBODY, answer, "suite", "KEPT")).hasStatus(422);
        assertThat(browser.send(NOBODY, answer, "suite", "CORRECTED", "reponse", "C'est corrigé."))
                .hasStatus3xxRedirection();
        browser.send(
                NOBODY,
                held.path() + "/contributions/" + piece.id().value(),
                "version",
                "1",
                "nature",
                "PROPOSAL",
                "texte",
                "Deux idées.",
                "motif",
                "Une remarque.");
        assertThat(browser.page(report.readPath()).text()).contains("C'est corrigé.", "Deux idées.");

        assertThat(validate(held)).hasStatus3xxRedirection();
        var published = contributions.find(piece.id()).orElseThrow();
        assertThat(published.state()).isEqualTo(Contribution.State.PUBLISHED);
        assertThat(published.version()).isEqualTo(2);
        assertThat(contributions.wordings(piece.id())).extracting(Wording::text).containsExactly("Deux idées.");
        assertThat(events.stream(ContributionsPublished.class)
                        .flatMap(news -> news.contributions().stream())
                        .filter(one -> one.id().equals(piece.id())))
                .containsExactly(published);
        assertThat(browser.send(
                        NOBODY,
                        held.path() + "/contributions/" + piece.id().value(),
                        "nature",
                        "PROPOSAL",
                        "texte",
                        "Trois idées."))
                .hasStatus(409);
    }

    @Test
    void letsTheCoordinationValidateEarlyWithAReason() {
        var held = fixtures.held("09");
        var report = fixtures.filed(held, "Une idée.");
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());
        var elsewhere = people.coordinator(territories.departement("31").orElseThrow());
        var validation = held.deskPath() + "/" + report.id() + "/validation";

        assertThat(browser.open(elsewhere, held.deskPath())).hasStatus(403);
        assertThat(browser.send(elsewhere, validation, "motif", "Parce que.")).hasStatus(403);
        assertThat(browser.send(coordinator, validation, "lu", reports.standing(report)))
                .hasStatus(409);
        assertThat(browser.send(
                        coordinator,
                        validation,
                        "lu",
                        reports.standing(report),
                        "motif",
                        "La salle l'a relu sur place."))
                .hasStatus3xxRedirection();

        var validated = fixtures.place(held).filed();
        assertThat(validated.isValidated()).isTrue();
        assertThat(browser.page(held.path()).text()).contains("La salle l'a relu sur place.");
    }

    @Test
    void sumsAttendanceByCategoryAndSaysWhatIsMissing() {
        var held = fixtures.held("09");
        var other = fixtures.workshop(held.consultation(), held.session(), held.territory());
        fixtures.workshop(held.consultation(), held.session(), held.territory());
        fixtures.filed(held, "Une idée.");
        fixtures.filed(other, "Une autre.");
        var coordinator = people.coordinator(territories.departement("09").orElseThrow());

        var page = browser.page(coordinator, held.deskPath());

        assertThat(page.select(".lead").text().replaceAll("[\\u00a0\\u202f]", " "))
                .contains("2 comptes rendus reçus sur 3 ateliers");
        assertThat(page.select("tfoot").text()).contains("24 6 30");
        assertThat(page.select(".cards .tag").stream().map(Element::text)).contains("manquant", "ouvert aux remarques");
    }

    /// As from a page just opened.
    private MvcTestResult validate(ContributionFixtures.Held held) {
        var standing = reports.standing(fixtures.place(held).filed());
        return browser.send(NOBODY, held.path() + "/validation", "lu", standing);
    }
}
