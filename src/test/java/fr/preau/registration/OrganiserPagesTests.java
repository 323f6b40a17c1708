package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.territory.ASchool;
import fr.preau.territory.Territories;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PreauTest
class OrganiserPagesTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private EventFixtures events;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private EventFixtures.Published event;
    private Ground.Sitting sitting;
    private SignedIn organiser;
    private String path;

    @BeforeEach
    void publish() {
        event = events.published().seats(100).now();
        sitting = new Ground.Sitting(event.id(), event.session());
        organiser = people.member(event.organisation());
        path = "/espace/evenements/%s/inscrits".formatted(event.id().value());
    }

    @Test
    void countsEachWayIn() {
        take(Ground.pupil("Léa"));
        take(Ground.adult(3));
        take(Ground.schoolClass("2de 4", 28, 2));

        assertThat(page(get(path, organiser)).select("tbody td").eachText())
                .contains("1", "1", "1", "34 sur 100", "66");
    }

    @Test
    void listsNamesWithoutAnyAddressOrLink() throws Exception {
        var lea = take(Ground.pupil("Léa"));

        for (var address : new String[] {
            path + "/" + sitting.session().value(),
            path + "/" + sitting.session().value() + "/liste",
            path + ".csv"
        }) {
            var text = get(address, organiser).getResponse().getContentAsString();
            assertThat(text).contains("Léa").doesNotContain(lea.mail()).doesNotContain(lea.key());
        }
    }

    @Test
    void keepsWhoWasComingToACancelledSessionMarkedSo() throws Exception {
        take(Ground.pupil("Léa"));
        take(Ground.pupil("Partie"));
        jdbc.sql("""
                        update registration.registration
                        set cancelled_at = now(),
                            cancelled_by = case first_name when 'Léa' then 'ORGANISER' else 'REGISTRANT' end
                        where event_id = ?""").param(event.id().value()).update();
        jdbc.sql("update event.session set cancelled = true, taken = 0 where id = ?")
                .param(sitting.session().value())
                .update();

        var list = page(get(path + "/" + sitting.session().value(), organiser));

        assertThat(list.text()).contains("Cette séance est annulée", "Voici qui devait venir", "Léa", "Annulée");
        assertThat(list.text()).doesNotContain("Partie", "Partagez la page");
        assertThat(page(get(path, organiser)).select("tbody tr").text()).contains("annulée", "1 rendues");
        assertThat(get(path + ".csv", organiser).getResponse().getContentAsString())
                .contains("Léa", ";oui")
                .doesNotContain("Partie");
    }

    @Test
    void showsAMessageBeforeItLeavesAndKeepsItToCorrect() {
        take(Ground.pupil("Léa"));
        var typed = new String[] {"seance", "", "objet", "Le goûter", "texte", "Un.\n\nDeux.", "action", "relire"};

        var preview = page(post(path + "/message", organiser, typed));

        assertThat(preview.text()).contains("Ce message part à 1 inscription", "Le goûter", "Deux.");
        assertThat(page(get(path + "/messages", organiser)).text()).doesNotContain("Le goûter");
        typed[7] = "corriger";
        assertThat(page(post(path + "/message", organiser, typed))
                        .select("[name=texte]")
                        .val())
                .isEqualTo("Un.\n\nDeux.");
    }

    @Test
    void exportsWordsNeverFormulas() throws Exception {
        take(Ground.pupil("=HYPERLINK(\"http://x\")"));
        take(Ground.schoolClass("+1+1", 20, 1));

        var csv = get(path + ".csv", organiser).getResponse().getContentAsString();

        assertThat(csv)
                .contains("'+1+1")
                .contains("'=HYPERLINK")
                .doesNotContain(";=")
                .doesNotContain(";+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".csv", "/attente.csv", "/message", "/SESSION", "/SESSION/liste", "/SESSION/attente"})
    void hidesThemFromAnotherOrganisation(String page) {
        var stranger = people.member(people.organisation("Une autre").id());

        assertThat(get(path + page.replace("SESSION", sitting.session().value().toString()), stranger))
                .hasStatus(403);
    }

    @Test
    void tellsCoordinatorsOfTheTerritoryCountsOnly() {
        var here = people.coordinator(territories.departement("09").orElseThrow());
        var elsewhere = people.coordinator(territories.departement("33").orElseThrow());

        assertThat(get(path, here)).hasStatusOk();
        assertThat(get(path, people.pilot())).hasStatusOk();
        assertThat(get(path, elsewhere)).hasStatus(403);
        assertThat(get(path + "/" + sitting.session().value(), here)).hasStatus(403);
        assertThat(get(path + ".csv", here)).hasStatus(403);
    }

    @Test
    void writesToEveryoneOnceEvenSentTwice() {
        take(Ground.pupil("Léa"));
        take(Ground.adult(2));
        var token = UUID.randomUUID().toString();

        assertThat(post(
                        path + "/message",
                        organiser,
                        "jeton",
                        token,
                        "seance",
                        "",
                        "objet",
                        "Un plan",
                        "texte",
                        "Le voici."))
                .hasStatus3xxRedirection();
        assertThat(post(
                        path + "/message",
                        organiser,
                        "jeton",
                        token,
                        "seance",
                        "",
                        "objet",
                        "Un plan",
                        "texte",
                        "Le voici."))
                .hasStatus3xxRedirection();

        assertThat(jdbc.sql("select recipients from registration.message where event_id = ?")
                        .param(event.id().value())
                        .query((row, _) -> row.getInt(1))
                        .list())
                .containsExactly(2);
    }

    @Test
    void letsAnOrganiserWriteFiveTimesADay() {
        take(Ground.pupil("Léa"));
        for (var time = 0; time < 5; time++) {
            assertThat(post(path + "/message", organiser, "seance", "", "objet", "Un plan", "texte", "Le voici."))
                    .hasStatus3xxRedirection();
        }

        assertThat(post(path + "/message", organiser, "seance", "", "objet", "Un plan", "texte", "Le voici."))
                .hasStatus(429);
    }

    @Test
    void keepsAMessageInOneHeaderLine() {
        take(Ground.pupil("Léa"));

        post(
                path + "/message",
                organiser,
                "seance",
                "",
                "objet",
                "Un plan\r\nBcc: x@example.org",
                "texte",
                "Le voici.");

        assertThat(jdbc.sql("select subject from registration.message where event_id = ?")
                        .param(event.id().value())
                        .query((row, _) -> row.getString(1))
                        .list())
                .containsExactly("Un plan Bcc: x@example.org");
    }

    @Test
    void cancelsOneRegistrationWithAReason() {
        var lea = take(Ground.pupil("Léa"));
        var address = path + "/annulation/" + lea.id().value();

        assertThat(post(address, organiser, "raison", "")).hasStatus(422);
        assertThat(post(address, organiser, "raison", "La salle est trop petite."))
                .hasStatus3xxRedirection();

        assertThat(ground.now(sitting).taken()).isZero();
        assertThat(page(mvc.get().uri(lea.path()).exchange()).select("main").text())
                .contains("La salle est trop petite.");
    }

    @Test
    void cancelsNoRegistrationOfAnotherEvent() {
        var other = ground.sitting(10, 0);
        var foreign = ((Outcome.Confirmed) registrations.register(other.asks(Ground.pupil("Léa")))).registration();

        assertThat(post(path + "/annulation/" + foreign.id().value(), organiser, "raison", "Parce que."))
                .hasStatus(404);
        assertThat(ground.now(other).taken()).isEqualTo(1);
    }

    @Test
    void showsTeachersTheirOwnBookingsAndHeadsTheirSchools() {
        var school = ASchool.lycee("Lycée Ada Lovelace").add(jdbc);
        var teacher = people.teacher(school.uai());
        var asked = new Registrant.ClassGroup(
                new Registrant.Teacher(teacher.id(), "Mme Dupuis", teacher.mail()),
                school.uai(),
                "2de 4",
                fr.preau.event.Audience.SECONDE,
                new Registrant.Headcount(28, 13, 2),
                "");
        var booked = take(asked);

        assertThat(page(get("/espace/classes", teacher)).select("tbody th").text())
                .isEqualTo("2de 4");
        assertThat(page(get("/espace/classes", teacher)).select("td a").eachAttr("href"))
                .contains(booked.path());
        assertThat(page(get("/espace/classes", people.teacher(school.uai()))).select("tbody"))
                .isEmpty();
        var head = page(get("/espace/etablissement/" + school.uai(), people.head(school.uai())));
        assertThat(head.select("tbody th").text()).isEqualTo("2de 4");
        assertThat(head.html()).doesNotContain(booked.key());
        // Titles drawn at random and dates may well hold the figure that must not be read.
        head.select("tbody td:not(.number)").remove();
        assertThat(head.select("main").text()).contains("moins de 11").doesNotContain("13");
        assertThat(get("/espace/etablissement/" + school.uai(), teacher)).hasStatus(403);
        assertThat(get("/espace/etablissement/" + school.uai(), people.head(TestPeople.anyUai())))
                .hasStatus(403);
        assertThat(get("/espace/etablissement/zz", people.head(school.uai()))).hasStatus(404);
    }

    private Registration take(Registrant registrant) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private MvcTestResult get(String address, SignedIn who) {
        return mvc.get().uri(address).with(who).exchange();
    }

    private MvcTestResult post(String address, SignedIn who, String... fields) {
        var request = mvc.post().uri(address).with(csrf()).with(who);
        var typed = new java.util.LinkedHashMap<String, String>();
        typed.put("jeton", UUID.randomUUID().toString());
        for (var at = 0; at < fields.length; at += 2) {
            typed.put(fields[at], fields[at + 1]);
        }
        typed.forEach((name, value) -> request.param(name, value));
        return request.exchange();
    }

    private static Document page(MvcTestResult result) {
        return RegistrationForms.page(result);
    }
}
