package fr.preau.contribution;

import static fr.preau.contribution.Browser.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.consultation.Consultation;
import fr.preau.territory.Territories;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// A contribution online, from its form to what everyone reads, and what moderators may still do.
@PreauTest
@RecordApplicationEvents
class ContributionTests {
    private static final String QUEUE = "/espace/consultations/contributions";

    @Autowired
    private ContributionFixtures fixtures;

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
    void showsNothingBeforeItsTerritoryHasRead() {
        var consultation = fixtures.consultation();
        var token = UUID.randomUUID();
        var form = consultation.path() + "/contribuer";
        String[] typed = {
            "action",
            "envoyer",
            "territoire",
            "DEPARTEMENT-09",
            "theme",
            ContributionFixtures.THEME,
            "nature",
            "PROPOSAL",
            "texte",
            "Prêter des ordinateurs l'été."
        };

        assertThat(browser.send(NOBODY, token, form, typed)).hasStatus3xxRedirection();
        assertThat(browser.send(NOBODY, token, form, typed)).hasStatus3xxRedirection();

        var sent = contributions.find(ContributionId.sentWith(token)).orElseThrow();
        assertThat(browser.page(sent.path()).text())
                .contains(sent.reference(), "est reçue")
                .doesNotContain("Prêter");
        assertThat(browser.page(consultation.path() + "/contributions").text()).doesNotContain("Prêter");

        var page = QUEUE + "/" + sent.id().value();
        assertThat(browser.open(coordinator("31"), page)).hasStatus(403);
        assertThat(browser.page(coordinator("31"), QUEUE).text()).doesNotContain(sent.reference() + " ");
        assertThat(browser.page(coordinator("09"), QUEUE).text()).contains(sent.reference());
        assertThat(browser.send(coordinator("31"), page + "/publier")).hasStatus(403);
        assertThat(browser.send(coordinator("09"), page + "/publier")).hasStatus3xxRedirection();
        assertThat(browser.page(sent.path()).text())
                .contains("Prêter des ordinateurs l'été.", "Ariège", "Un égal accès");
        assertThat(events.stream(ContributionsPublished.class)).hasSize(1);
    }

    @Test
    void givesTheAuthorsLinkToNobodyWhoOnlyKnowsThePublicAddress() {
        var consultation = fixtures.consultation();
        var form = consultation.path() + "/contribuer";
        String[] typed = {
            "action",
            "envoyer",
            "territoire",
            "DEPARTEMENT-09",
            "theme",
            ContributionFixtures.THEME,
            "nature",
            "PROPOSAL",
            "texte",
            "Ouvrir la salle informatique le midi."
        };
        var token = UUID.randomUUID();
        var link = browser.send(NOBODY, token, form, typed).getResponse().getRedirectedUrl();
        var sent = contributions.find(ContributionId.sentWith(token)).orElseThrow();

        var stranger = browser.send(NOBODY, sent.id().value(), form, typed).getResponse();

        assertThat(sent.id().value()).isNotEqualTo(token);
        assertThat(stranger.getRedirectedUrl()).isNotNull().isNotEqualTo(link);
    }

    @Test
    void readsOverBeforeSendingAndShowsWhatIsNear() {
        var consultation = fixtures.consultation();
        fixtures.publishedOnline(consultation, "31", "Prêter les ordinateurs du collège pendant les vacances d'été.");
        var form = consultation.path() + "/contribuer";
        String[] typed = {
            "territoire",
            "DEPARTEMENT-09",
            "theme",
            ContributionFixtures.THEME,
            "nature",
            "PROPOSAL",
            "texte",
            "Prêter des ordinateurs pendant l'été, appelez le 06 12 34 56 78."
        };

        var page = Browser.page(browser.send(NOBODY, form, typed));
        assertThat(page.select("section.card").text())
                .contains("numéro de téléphone", "Voir aussi", "Haute-Garonne", "comparaison de mots");

        var alone = new String[typed.length + 2];
        System.arraycopy(typed, 0, alone, 0, typed.length);
        alone[typed.length] = "proches";
        alone[typed.length + 1] = "non";
        assertThat(Browser.page(browser.send(NOBODY, form, alone))
                        .select("section.card")
                        .text())
                .contains("numéro de téléphone")
                .doesNotContain("Voir aussi");
    }

    @Test
    void namesEachFieldToCorrectAndIsClosedOutOfItsTime() {
        var consultation = fixtures.consultation();

        var answer = browser.send(NOBODY, consultation.path() + "/contribuer", "territoire", "REGION-76", "theme", "x");

        assertThat(answer).hasStatus(422);
        assertThat(Browser.page(answer).select(".error")).hasSize(4);
        assertThat(browser.open(
                        NOBODY,
                        fixtures.consultation(Consultation.Stage.SYNTHESIS).path() + "/contribuer"))
                .hasStatus(404);
        clock.advance(Duration.ofDays(22));
        assertThat(browser.open(NOBODY, consultation.path() + "/contribuer")).hasStatus(404);
    }

    @Test
    void masksWithAReasonAndRemovesEveryVersionForTheLaw() {
        var consultation = fixtures.consultation();
        var one = fixtures.publishedOnline(consultation, "09", "Le principal est un incapable.");
        var page = QUEUE + "/" + one.id().value();
        var coordinator = coordinator("09");

        assertThat(browser.send(
                        coordinator, page + "/corriger", "nature", "FINDING", "texte", "Le chef est un incapable."))
                .hasStatus(422);
        assertThat(browser.send(
                        coordinator,
                        page + "/corriger",
                        "version",
                        "1",
                        "nature",
                        "FINDING",
                        "texte",
                        "Le chef est un incapable.",
                        "motif",
                        "Nature mal choisie."))
                .hasStatus3xxRedirection();
        assertThat(events.stream(ContributionCorrected.class))
                .extracting(news -> news.contribution().version())
                .containsExactly(2);
        assertThat(browser.page(one.path()).text()).contains("Version 1", "Nature mal choisie.");

        assertThat(browser.send(coordinator, page + "/masquer", "action", "masquer"))
                .hasStatus(422);
        assertThat(browser.send(
                        coordinator,
                        page + "/masquer",
                        "action",
                        "masquer",
                        "raison",
                        "NAMES_SOMEONE",
                        "phrase",
                        "On y reconnaît quelqu'un."))
                .hasStatus3xxRedirection();
        assertThat(browser.page(one.path()).text())
                .contains(one.reference(), "est masquée", "On y reconnaît quelqu'un.")
                .doesNotContain("incapable");
        assertThat(events.stream(ContributionMasked.class)).hasSize(1);
        assertThat(browser.page(consultation.path() + "/contributions").text()).doesNotContain("incapable");

        assertThat(browser.send(
                        coordinator,
                        page + "/masquer",
                        "action",
                        "effacer",
                        "raison",
                        "REQUESTED",
                        "phrase",
                        "À la demande de la personne."))
                .hasStatus3xxRedirection();
        assertThat(contributions.wordings(one.id())).extracting(Wording::text).containsExactly("", "");
        assertThat(contributions.find(one.id()).orElseThrow().state()).isEqualTo(Contribution.State.REMOVED);
        assertThat(browser.open(NOBODY, one.path())).hasStatus(410);
        assertThat(Browser.page(browser.open(NOBODY, one.path())).text())
                .contains("a été effacé", "À la demande de la personne.");
    }

    @Test
    void forgetsMaskedWordsAfterAYear() {
        var one = fixtures.publishedOnline(fixtures.consultation(), "09", "Des mots à masquer.");
        browser.send(
                coordinator("09"),
                QUEUE + "/" + one.id().value() + "/masquer",
                "raison",
                "OFF_TOPIC",
                "phrase",
                "Hors sujet.");
        var now = Days.of(clock.instant());

        repository.forgetMasked(now.minusDays(1), 100);
        assertThat(contributions.find(one.id()).orElseThrow().text()).isEqualTo("Des mots à masquer.");
        repository.forgetMasked(now.plusDays(1), 100);
        assertThat(contributions.find(one.id()).orElseThrow().text()).isEmpty();
    }

    @Test
    void findsByWordsThemeTerritoryAndNature() {
        var held = fixtures.held("09");
        var consultation = held.consultation();
        var here =
                fixtures.published(held, "Mettre la fibre dans les internats.").getFirst();
        fixtures.publishedOnline(consultation, "31", "Former les professeurs au code.");
        var list = consultation.path() + "/contributions?";

        assertThat(count(list)).isEqualTo("2 contributions");
        assertThat(count(list + "q=internat")).isEqualTo("1 contribution");
        assertThat(count(list + "q=" + here.reference())).isEqualTo("1 contribution");
        assertThat(count(list + "territoire=Occitanie")).isEqualTo("2 contributions");
        assertThat(count(list + "territoire=31")).isEqualTo("1 contribution");
        assertThat(count(list + "theme=enseigner")).isEqualTo("0 contribution");
        assertThat(count(list + "nature=PROPOSAL")).isEqualTo("2 contributions");
        assertThat(browser.page(list + "territoire=Nulle part").select(".error").text())
                .contains("pas connu");
    }

    @Test
    void attributesAWorkshopsToTheGroupAndHidesSmallCounts() {
        var held = fixtures.held("09");
        var piece = fixtures.published(held, "Mettre la fibre.").getFirst();

        assertThat(browser.page(piece.path()).text()).contains("un groupe, atelier", "12 pour, 2 contre");
        jdbc.sql("update contribution.contribution set agree = 3, against = 1, neither = null where id = ?")
                .param(piece.id().value())
                .update();
        assertThat(browser.page(piece.path()).text())
                .contains("Moins de 11 personnes")
                .doesNotContain("3 pour");
    }

    private String count(String address) {
        return browser.page(address).select(".count").text().replaceAll("[\\u00a0\\u202f]", " ");
    }

    private SignedIn coordinator(String departement) {
        return people.coordinator(territories.departement(departement).orElseThrow());
    }
}
