package fr.preau.contribution;

import static fr.preau.contribution.Browser.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.TestPeople;
import fr.preau.consultation.Consultation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Online contributions sent, read, masked, erased, taken back and sent again, in any order: after each acknowledgement
/// there is a row and a letter, after each refusal neither.
@PreauTest
class OnlineSequencesTests {
    private static final int ACTS = 60;

    @Autowired
    private ContributionFixtures fixtures;

    @Autowired
    private Contributions contributions;

    @Autowired
    private Authors authors;

    @Autowired
    private TestPeople people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private final List<Sent> all = new ArrayList<>();
    private Random random = new Random(0);

    /// Something somebody sent: the token of their form, their words, their address.
    private record Sent(UUID token, String text, String mail) {
        ContributionId id() {
            return ContributionId.sentWith(token);
        }
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @RepeatedTest(2)
    void acknowledgeWhatIsThereAndNothingElse() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        random = new Random(seed);
        var consultation = fixtures.consultation();
        for (var i = 0; i < ACTS; i++) {
            clock.advance(Duration.ofMinutes(2));
            act(consultation);
        }
        assertThat(all).isNotEmpty();
    }

    private void act(Consultation consultation) {
        if (all.isEmpty() || random.nextInt(4) == 0) {
            var fresh = new Sent(UUID.randomUUID(), text(), "seq-%s@exemple.fr".formatted(UUID.randomUUID()));
            all.add(fresh);
            acknowledged(send(consultation, fresh), fresh, 1);
            return;
        }
        var one = all.get(random.nextInt(all.size()));
        switch (random.nextInt(6)) {
            case 0 -> sentAgain(consultation, one);
            case 1 -> sentAgain(consultation, new Sent(one.token(), text(), one.mail()));
            case 2 -> desk(one, "publier");
            case 3 -> desk(one, "masquer", "action", "masquer", "raison", "OFF_TOPIC", "phrase", "Hors sujet.");
            case 4 -> desk(one, "masquer", "action", "effacer", "raison", "UNLAWFUL", "phrase", "La loi.");
            default -> takenBack(one);
        }
    }

    private void sentAgain(Consultation consultation, Sent typed) {
        var before = contributions.find(typed.id()).orElseThrow();
        var letters = letters(typed);
        var answer = send(consultation, typed);
        var there = before.state() == Contribution.State.RECEIVED || before.state() == Contribution.State.PUBLISHED;
        if (there && before.text().equals(typed.text())) {
            acknowledged(answer, typed, letters);
        } else {
            assertThat(answer).hasStatus(409);
            assertThat(Browser.page(answer).select("#texte").text()).isEqualTo(typed.text());
            assertThat(contributions.find(typed.id())).contains(before);
            assertThat(letters(typed)).isEqualTo(letters);
        }
    }

    private void acknowledged(MvcTestResult answer, Sent sent, int letters) {
        assertThat(answer).hasStatus3xxRedirection();
        assertThat(contributions.find(sent.id()))
                .hasValueSatisfying(one -> assertThat(one.text()).isEqualTo(sent.text()));
        assertThat(letters(sent)).isEqualTo(letters);
    }

    private void desk(Sent sent, String what, String... fields) {
        var before = contributions.find(sent.id()).orElseThrow();
        var letters = letters(sent);
        var page = "/espace/consultations/contributions/" + sent.id().value() + "/" + what;
        var answer = new Browser(mvc).send(people.pilot(), page, fields);
        var after = contributions.find(sent.id()).orElseThrow();
        var changed = after.state() != before.state();
        assertThat(answer.getResponse().getStatus()).isIn(302, 409);
        if (answer.getResponse().getStatus() == 409) {
            assertThat(changed).isFalse();
        }
        // An address that was forgotten is written to no more: only taking back forgets it here.
        assertThat(letters(sent) - letters).isEqualTo(changed && isKept(sent) ? 1 : 0);
    }

    private void takenBack(Sent sent) {
        var before = contributions.find(sent.id()).orElseThrow();
        var kept = isKept(sent);
        var letters = letters(sent);
        var link = authors.of(sent.id()).orElseThrow().path();
        assertThat(new Browser(mvc).open(NOBODY, link + "/retrait"))
                .hasStatus(before.state() == Contribution.State.REMOVED ? 410 : 200);

        assertThat(new Browser(mvc).send(NOBODY, link + "/retrait")).hasStatus3xxRedirection();

        var after = contributions.find(sent.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(Contribution.State.REMOVED);
        assertThat(after.text()).isEmpty();
        assertThat(new Browser(mvc).open(NOBODY, link)).hasStatus(410);
        assertThat(new Browser(mvc).open(NOBODY, after.path())).hasStatus(410);
        var told = before.state() != Contribution.State.REMOVED && kept;
        assertThat(letters(sent) - letters).isEqualTo(told ? 1 : 0);
    }

    private MvcTestResult send(Consultation consultation, Sent sent) {
        return new Browser(mvc)
                .send(
                        NOBODY,
                        sent.token(),
                        consultation.path() + "/contribuer",
                        "action",
                        "envoyer",
                        "territoire",
                        "DEPARTEMENT-09",
                        "theme",
                        ContributionFixtures.THEME,
                        "nature",
                        "PROPOSAL",
                        "texte",
                        sent.text(),
                        "courriel",
                        sent.mail());
    }

    private boolean isKept(Sent sent) {
        return authors.of(sent.id()).filter(author -> author.mail() != null).isPresent();
    }

    private int letters(Sent sent) {
        return jdbc.sql("select count(*)::int from notification.message where recipient = ?")
                .param(sent.mail())
                .query(Integer.class)
                .single();
    }

    private String text() {
        return "Prêter des ordinateurs, idée numéro " + random.nextInt(1_000_000);
    }
}
