package fr.preau.contribution;

import static fr.preau.contribution.Browser.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.TestPeople;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Whatever a form accepts, blanks and limits included, every later step accepts: reading over, publication,
/// correction,
/// masking, and every page that shows it.
@PreauTest
class AcceptedWordsTests {
    private static final int FORMS = 40;

    @Autowired
    private ContributionFixtures fixtures;

    @Autowired
    private Contributions contributions;

    @Autowired
    private Reports reports;

    @Autowired
    private TestPeople people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private MockMvcTester mvc;

    private Random random = new Random(0);
    private RandomWords words = new RandomWords(random);

    @SuppressWarnings("NullAway.Init")
    private Browser browser;

    @BeforeEach
    void begin() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        random = new Random(seed);
        words = new RandomWords(random);
        browser = new Browser(mvc);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void aReportThatIsAcceptedIsValidatedAndRead() {
        var consultation = fixtures.consultation();
        var accepted = 0;
        for (var i = 0; i < FORMS; i++) {
            var held = fixtures.held(consultation, "09", -1);
            var answer = browser.send(NOBODY, held.path(), report());
            assertThat(answer.getResponse().getStatus()).isIn(302, 422);
            if (answer.getResponse().getStatus() == 302) {
                accepted++;
                var report = fixtures.place(held).filed();
                var outcome =
                        reports.validate(report, reports.standing(report), Report.By.COORDINATOR, "La salle l'a relu.");
                assertThat(outcome).isInstanceOf(ContributionOutcome.Done.class);
                browser.page(held.path());
                browser.page(report.readPath());
                reports.contributions(report).forEach(piece -> browser.page(piece.path()));
            }
        }
        browser.page(consultation.path() + "/contributions");
        assertThat(accepted).isPositive();
    }

    @Test
    void anOnlineContributionThatIsAcceptedIsPublishedCorrectedAndMasked() {
        var consultation = fixtures.consultation();
        var accepted = 0;
        for (var i = 0; i < FORMS; i++) {
            var token = UUID.randomUUID();
            var answer = browser.send(NOBODY, token, consultation.path() + "/contribuer", online());
            assertThat(answer.getResponse().getStatus()).isIn(302, 422, 429);
            if (answer.getResponse().getStatus() == 302) {
                accepted++;
                moderated(contributions.find(ContributionId.sentWith(token)).orElseThrow());
            }
        }
        assertThat(accepted).isPositive();
    }

    private void moderated(Contribution sent) {
        var pilot = people.pilot();
        var desk = "/espace/consultations/contributions/" + sent.id().value();
        browser.page(pilot, desk);
        assertThat(browser.send(pilot, desk + "/publier")).hasStatus3xxRedirection();
        browser.page(sent.path());
        var correction = browser.send(
                pilot,
                desk + "/corriger",
                "version",
                "1",
                "nature",
                "NEED",
                "texte",
                words.upTo(600),
                "motif",
                words.upTo(300));
        assertThat(correction.getResponse().getStatus()).isIn(302, 422);
        browser.page(pilot, desk);
        browser.page(sent.path());
        var masking = browser.send(
                pilot, desk + "/masquer", "action", "masquer", "raison", "OFF_TOPIC", "phrase", words.upTo(600));
        assertThat(masking.getResponse().getStatus()).isIn(302, 422);
        browser.page(sent.path());
        browser.page(pilot, desk);
    }

    private String[] report() {
        var typed = new ArrayList<String>(List.of("action", "deposer", "climat", words.upTo(2000)));
        typed.addAll(List.of("present-PUPIL", words.number(2000), "present-TEACHER", words.number(2000)));
        for (var line = 0; line < 3; line++) {
            typed.addAll(List.of(
                    "nature-" + line,
                    random.nextInt(6) == 0
                            ? ""
                            : List.of(Nature.values()).get(random.nextInt(5)).name(),
                    "texte-" + line,
                    words.upTo(600),
                    "pour-" + line,
                    words.number(9),
                    "contre-" + line,
                    words.number(9),
                    "rang-" + line,
                    words.number(99)));
        }
        return typed.toArray(String[]::new);
    }

    private String[] online() {
        // A network may send sixty an hour.
        clock.advance(Duration.ofMinutes(2));
        return new String[] {
            "action",
            "envoyer",
            "territoire",
            random.nextInt(6) == 0 ? "" : "DEPARTEMENT-09",
            "theme",
            ContributionFixtures.THEME,
            "nature",
            List.of(Nature.values()).get(random.nextInt(5)).name(),
            "texte",
            words.upTo(600),
            "courriel",
            switch (random.nextInt(4)) {
                case 0 -> "quelqu.un+%d@exemple.fr".formatted(random.nextInt(1000));
                case 1 -> " Élève@exemple.fr ";
                case 2 -> "pas une adresse";
                default -> "";
            }
        };
    }
}
