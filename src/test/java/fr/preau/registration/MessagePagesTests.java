package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.territory.Territories;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Practical instructions, answers to access needs, the switch of reminders and the log of messages, as people see
/// them.
@PreauTest
@RecordApplicationEvents
class MessagePagesTests {
    private static final RequestPostProcessor NOBODY = request -> request;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EventFixtures events;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private Registrations registrations;

    @Autowired
    private ReminderRepository reminders;

    @Autowired
    private NeedsAnswerRetention answersKept;

    @Autowired
    private MessageLogRetention logKept;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SettableClock clock;

    @Autowired
    private ApplicationEvents news;

    private EventFixtures.Published event;
    private SignedIn organiser;
    private String path;

    @BeforeEach
    void publish() {
        event = events.published()
                .instructing("Entrée par la cour.\nApportez un stylo.")
                .seats(100)
                .now();
        organiser = people.member(event.organisation());
        path = "/espace/evenements/%s/inscrits".formatted(event.id().value());
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void showsPracticalInstructionsToWhoeverMayComeAndWhoComes() {
        var held = take(Ground.pupil("Léa"));

        assertThat(page(get("/evenements/" + event.id().value(), NOBODY))
                        .select("dd.prose")
                        .text())
                .isEqualTo("Entrée par la cour. Apportez un stylo.");
        assertThat(page(get(held.path(), NOBODY)).select("dd.prose").text()).contains("Apportez un stylo.");
    }

    @Test
    void answersNeedsAndTellsTheTeacherOnce() {
        var held = take(needing("Un élève se déplace en fauteuil."));
        var address = path + "/besoins/" + held.id().value();
        assertThat(page(get(list(), organiser)).select("td a").eachAttr("href")).contains(address);
        assertThat(page(get(address, organiser)).select("blockquote").text())
                .isEqualTo("Un élève se déplace en fauteuil.");

        assertThat(post(address, organiser, "reponse", "  ")).hasStatus(422);
        assertThat(post(address, organiser, "reponse", "x".repeat(1001))).hasStatus(422);
        assertThat(post(address, organiser, "reponse", "Un ascenseur mène à la salle."))
                .hasStatus3xxRedirection();
        post(address, organiser, "reponse", "Un ascenseur mène à la salle.");

        assertThat(news.stream(NeedsAnswered.class)
                        .filter(one -> one.registration().id().equals(held.id())))
                .hasSize(1);
        assertThat(page(get(list(), organiser)).select("tbody").text())
                .contains("Répondu : Un ascenseur mène à la salle.");
        assertThat(page(get(held.path(), NOBODY)).select("dd").eachText()).contains("Un ascenseur mène à la salle.");
        assertThat(page(get(address, organiser)).select("textarea").val()).isEqualTo("Un ascenseur mène à la salle.");
    }

    @Test
    void asksAgainWhenTheNeedsChange() {
        var held = take(needing("Un fauteuil."));
        var address = path + "/besoins/" + held.id().value();
        post(address, organiser, "reponse", "Un ascenseur.");

        registrations.change(held, new ClassChange(new Registrant.Headcount(20, null, 2), "Deux fauteuils."));

        assertThat(page(get(list(), organiser)).select("tbody").text()).doesNotContain("Répondu");
        assertThat(page(get(held.path(), NOBODY)).select("main").text()).doesNotContain("Un ascenseur.");
    }

    @Test
    void letsNobodyElseAnswer() {
        var held = take(needing("Un fauteuil."));
        var without = take(Ground.pupil("Léa"));
        var address = path + "/besoins/";
        var stranger = people.member(people.organisation("Une autre").id());
        var other = events.published().by(event.organisation()).seats(10).now();

        assertThat(get(address + held.id().value(), stranger)).hasStatus(403);
        assertThat(post(
                        address + held.id().value(),
                        people.coordinator(territories.departement("09").orElseThrow()),
                        "reponse",
                        "x"))
                .hasStatus(403);
        assertThat(get(address + without.id().value(), organiser)).hasStatus(404);
        assertThat(get(
                        "/espace/evenements/%s/inscrits/besoins/%s"
                                .formatted(other.id().value(), held.id().value()),
                        organiser))
                .hasStatus(404);
    }

    @Test
    void forgetsAnAnswerWithItsRegistration() {
        var held = take(needing("Un fauteuil."));
        post(path + "/besoins/" + held.id().value(), organiser, "reponse", "Un ascenseur.");
        var now = clock.instant();

        forgetAll(answersKept, now);
        assertThat(answersOf(held)).isEqualTo(1);
        forgetAll(answersKept, now.plus(Duration.ofDays(120)));
        assertThat(answersOf(held)).isZero();
        assertThat(answersKept.due(now.plus(Duration.ofDays(120)))).isZero();
    }

    @Test
    void switchesRemindersOffAndOnBehindTheLink() {
        var held = take(Ground.adult(2));
        assertThat(page(get(held.path(), NOBODY)).select("button[name=oui]").text())
                .isEqualTo("Ne plus recevoir de rappels");

        assertThat(post(held.path() + "/rappels", NOBODY, "oui", "false")).hasStatus3xxRedirection();
        assertThat(reminders.isRefused(held.id())).isTrue();
        assertThat(page(get(held.path(), NOBODY)).select("button[name=oui]").text())
                .isEqualTo("Recevoir les rappels");
        post(held.path() + "/rappels", NOBODY, "oui", "true");
        assertThat(reminders.isRefused(held.id())).isFalse();
        assertThat(post(held.path() + "/rappels", NOBODY, "oui", "peut-être")).hasStatus(400);
        assertThat(post("/inscriptions/zz/rappels", NOBODY, "oui", "true")).hasStatus(404);
    }

    @Test
    void offersNoSwitchOnceItHasBegun() {
        var held = take(Ground.adult(2));
        clock.advance(Duration.ofDays(5));

        assertThat(page(get(held.path(), NOBODY)).select("button[name=oui]")).isEmpty();
    }

    @Test
    void logsEachMessageForTheOrganiserAndTheTerritory() {
        take(Ground.pupil("Léa"));
        take(Ground.adult(3));
        post(path + "/message", organiser, "seance", "", "objet", "Un plan", "texte", "Le voici, pour Léa.");

        for (var reader : new SignedIn[] {
            organiser, people.coordinator(territories.departement("09").orElseThrow()), people.pilot()
        }) {
            var row = page(get(path + "/messages", reader)).select("tbody tr").text();
            assertThat(row)
                    .contains("Un plan", organiser.name(), "de 14 h à 16 h")
                    .endsWith(" 2")
                    .doesNotContain("Léa")
                    .doesNotContain("@");
        }
        assertThat(get(
                        path + "/messages",
                        people.coordinator(territories.departement("33").orElseThrow())))
                .hasStatus(403);
    }

    @Test
    void keepsTheLogAYear() {
        take(Ground.pupil("Léa"));
        post(path + "/message", organiser, "seance", "", "objet", "Un plan", "texte", "Le voici.");
        var sent = clock.instant();

        forgetAll(logKept, sent.plus(Duration.ofDays(364)));
        assertThat(page(get(path + "/messages", organiser)).select("tbody tr")).hasSize(1);
        assertThat(logKept.due(sent.plus(Duration.ofDays(366)))).isPositive();
        forgetAll(logKept, sent.plus(Duration.ofDays(366)));
        assertThat(page(get(path + "/messages", organiser)).select("tbody tr")).isEmpty();
    }

    private static void forgetAll(fr.preau.retention.Retention retention, Instant now) {
        int forgotten;
        do {
            forgotten = retention.forget(now, 2);
        } while (forgotten == 2);
    }

    private int answersOf(Registration held) {
        return jdbc.sql("select count(*) from registration.needs_answer where registration_id = ?")
                .param(held.id().value())
                .query(Integer.class)
                .single();
    }

    private String list() {
        return path + "/" + event.session().value();
    }

    private static Registrant needing(String needs) {
        var asked = Ground.schoolClass("2de 4", 20, 2);
        return new Registrant.ClassGroup(
                asked.teacher(), asked.school(), asked.name(), asked.level(), asked.headcount(), needs);
    }

    private Registration take(Registrant registrant) {
        var sitting = new Ground.Sitting(event.id(), event.session());
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private MvcTestResult get(String address, RequestPostProcessor who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult post(String address, RequestPostProcessor who, String... fields) {
        var request = mvc.post()
                .uri(address)
                .with(csrf())
                .with(who)
                .param("jeton", UUID.randomUUID().toString());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult result) {
        return RegistrationForms.page(result);
    }
}
