package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.territory.ASchool;
import fr.preau.web.LinkKey;
import java.util.List;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@PreauTest
class WaitingPagesTests {
    private static final RequestPostProcessor NOBODY = request -> request;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private EventFixtures events;

    @Autowired
    private TestPeople people;

    @Autowired
    private Registrations registrations;

    @Autowired
    private WaitingRepository waiting;

    @Autowired
    private JdbcClient jdbc;

    private EventFixtures.Published event;
    private Ground.Sitting sitting;
    private String desk;
    private Registration last;

    /// Ten seats, all taken, the last by one person.
    @BeforeEach
    void fill() {
        event = events.published().seats(10).now();
        sitting = new Ground.Sitting(event.id(), event.session());
        desk = sitting.path().replaceFirst("inscription$", "attente");
        registrations.register(sitting.asks(Ground.adult(6)));
        registrations.register(sitting.asks(Ground.adult(3)));
        last = ((Outcome.Confirmed) registrations.register(sitting.asks(Ground.pupil("Noé")))).registration();
    }

    @Test
    void offersTheListWithWhatWasTypedWhenTheSessionIsFull() {
        var full = post(sitting.path(), NOBODY, adult(Ground.mail(), "2"));

        assertThat(full).hasStatus(409);
        assertThat(page(full)
                        .select("form[action=" + desk + "] input[type=hidden]")
                        .eachAttr("value"))
                .contains("adulte", "Camille", "2");
        assertThat(page(get(sitting.path() + "?comme=eleve")).select("main a").eachAttr("href"))
                .contains(desk + "?comme=eleve");
        assertThat(page(get(sitting.path())).select(".cards a").eachAttr("href"))
                .contains(desk + "?comme=eleve", desk + "?comme=adulte", desk + "?comme=classe");
        assertThat(page(get("/evenements/" + event.id().value()))
                        .select(".session")
                        .text())
                .contains("Complet", "Rejoindre la liste d'attente");
    }

    @Test
    void showsThePlaceAndAcceptsAnOfferWithoutAnAccount() {
        var path = join(adult(Ground.mail(), "2"));
        var next = join(new String[] {
            "comme", "eleve", "prenom", "Léa", "niveau", "SECONDE", "etablissement", "", "courriel", Ground.mail()
        });
        assertThat(page(get(path)).text()).contains("Vous êtes en tête de la liste", "Demander moins");
        assertThat(page(get(next)).text()).contains("Vous êtes 2e sur la liste : 1 demande avant vous (2 places)");

        assertThat(post(path + "/nombre", NOBODY, "nombre", "3")).hasStatus(409);
        assertThat(post(path + "/nombre", NOBODY, "nombre", "x")).hasStatus(422);
        assertThat(post(path + "/nombre", NOBODY, "nombre", "1")).hasStatus3xxRedirection();
        registrations.cancel(last, Cancellation.BY_REGISTRANT);

        assertThat(page(get(path)).text()).contains("Une place vous est proposée", "1 place est gardée pour vous");
        var accepted = post(path + "/acceptation", NOBODY);
        assertThat(accepted).hasStatus3xxRedirection();
        var held = path.replace("/attente/", "/inscriptions/");
        assertThat(accepted.getResponse().getRedirectedUrl()).isEqualTo(held);
        assertThat(page(get(held)).text()).contains("La place est réservée");
        assertThat(get(path).getResponse().getRedirectedUrl()).isEqualTo(held);
        ground.audit(sitting);
    }

    @Test
    void letsOneLeaveAfterAskingAgain() {
        var path = join(adult(Ground.mail(), "1"));

        assertThat(page(get(path + "/depart")).select("main form button").eachText())
                .containsExactly("Oui, quitter la liste");
        assertThat(post(path + "/depart", NOBODY)).hasStatus3xxRedirection();
        assertThat(page(get(path)).text()).contains("Vous avez quitté cette liste");
        assertThat(get(path + "/depart").getResponse().getRedirectedUrl()).isEqualTo(path);
        assertThat(post(path + "/acceptation", NOBODY)).hasStatus3xxRedirection();
        assertThat(ground.now(sitting).waiting()).isZero();
    }

    @Test
    void keepsWhatWasTypedAndSaysWhatIsWrong() {
        var wrong = post(desk, NOBODY, adult("personne", "9"));

        assertThat(wrong).hasStatus(422);
        assertThat(page(wrong).select("input[name=courriel]").val()).isEqualTo("personne");
        assertThat(page(wrong).select(".errors li").eachText()).hasSize(2);
        assertThat(page(wrong).select("h1").text()).startsWith("Liste d'attente");
        var elsewhere = desk.replace(
                sitting.session().value().toString(), UUID.randomUUID().toString());
        assertThat(post(elsewhere, NOBODY, adult(Ground.mail(), "1"))).hasStatus(404);
        assertThat(get("/attente/" + LinkKey.fresh())).hasStatus(404);
        assertThat(get("/attente/zz")).hasStatus(404);
    }

    @Test
    void keepsTheLinkOutOfCachesSearchEnginesAndOtherSites() {
        var result = get(join(adult(Ground.mail(), "1")));

        assertThat(result.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(result.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(result.getResponse().getHeader("X-Robots-Tag")).contains("noindex");
    }

    @Test
    void showsGivesAwayCorrectsAndErasesWhatIsKeptOfWhoWaits() throws Exception {
        var mail = Ground.mail();
        var path = join(adult(mail, "2"));
        var behind = join(adult(Ground.mail(), "1"));
        registrations.cancel(last, Cancellation.BY_REGISTRANT);

        assertThat(page(get(path + "/donnees")).text()).contains(mail, "Camille", "en attente", "Courriels envoyés");
        assertThat(get(path + "/donnees.json").getResponse().getContentAsString())
                .contains(mail);
        assertThat(post(path + "/donnees/prenom", NOBODY, "prenom", " ")).hasStatus(422);
        assertThat(post(path + "/donnees/prenom", NOBODY, "prenom", "Dominique"))
                .hasStatus3xxRedirection();
        assertThat(page(get(path + "/donnees")).text()).contains("Dominique");
        assertThat(page(get(path + "/effacement")).text()).contains("votre tour sera perdu");
        assertThat(post(path + "/effacement", NOBODY)).hasStatus3xxRedirection();

        assertThat(get(path)).hasStatus(404);
        assertThat(everyRow()).doesNotContain(mail).doesNotContain("Dominique");
        assertThat(letters(mail)).isZero();
        assertThat(page(get(behind)).text()).as("the next has its turn").contains("Une place vous est proposée");
        ground.audit(sitting);
    }

    @Test
    void erasesWhatWaitedWithTheRegistrationItBecame() {
        var mail = Ground.mail();
        var path = join(adult(mail, "1"));
        var held = path.replace("/attente/", "/inscriptions/");
        registrations.cancel(last, Cancellation.BY_REGISTRANT);
        post(path + "/acceptation", NOBODY);

        assertThat(get(path + "/donnees").getResponse().getRedirectedUrl()).isEqualTo(held + "/donnees");
        assertThat(post(path + "/effacement", NOBODY).getResponse().getRedirectedUrl())
                .isEqualTo(held + "/effacement");
        assertThat(post(held + "/effacement", NOBODY)).hasStatus3xxRedirection();

        assertThat(get(path)).hasStatus(404);
        assertThat(everyRow()).doesNotContain(mail).doesNotContain("Camille");
        ground.audit(sitting);
    }

    private String everyRow() {
        return String.join(
                "\n",
                jdbc.sql("select w::text as it from registration.waiting w where session_id = ?")
                        .param(sitting.session().value())
                        .query((row, _) -> row.getString("it"))
                        .list());
    }

    private int letters(String mail) {
        return jdbc.sql("select count(*)::int from notification.message where recipient = ?")
                .param(mail)
                .query(Integer.class)
                .single();
    }

    @Test
    void showsATeacherAndTheirHeadWhatClassesWaitFor() {
        var school = ASchool.lycee("Lycée Ada").add(jdbc);
        var teacher = people.teacher(school.uai());
        var path = join(
                teacher,
                "comme",
                "classe",
                "etablissement",
                school.uai().value(),
                "classe",
                "2de 4",
                "niveau",
                "SECONDE",
                "effectif.eleves",
                "8",
                "effectif.filles",
                "",
                "effectif.accompagnateurs",
                "1",
                "effectif.besoins",
                "");

        var page = page(mvc.get().uri("/espace/classes").with(teacher).exchange());
        assertThat(page.select("tbody tr").text()).contains("2de 4", "En tête de la liste");
        assertThat(page.select("tbody a").eachAttr("href")).contains(path);
        var head = page(mvc.get()
                .uri("/espace/etablissement/" + school.uai())
                .with(people.head(school.uai()))
                .exchange());
        assertThat(head.select("tbody tr").text()).contains("2de 4", "En tête de la liste");
        assertThat(head.html()).as("the teacher's own link").doesNotContain(path);
        assertThat(post(path + "/classe", NOBODY, "eleves", "6", "filles", "", "accompagnateurs", "1", "besoins", ""))
                .hasStatus3xxRedirection();
        assertThat(waiting.front(sitting.session()).getFirst().wanted().seats()).isEqualTo(7);
    }

    @Test
    void showsAnOrganiserTheOrderAndTheSizesButNoNameNorAddress() throws Exception {
        var organiser = people.member(event.organisation());
        var school = ASchool.lycee("Lycée Ada").add(jdbc);
        var mail = Ground.mail();
        join(adult(mail, "3"));
        var list = "/espace/evenements/%s/inscrits".formatted(event.id().value());

        var counts = mvc.get().uri(list).with(organiser).exchange();
        assertThat(page(counts).select("tbody").text()).contains("1 demande");
        for (var path :
                List.of("%s/%s/attente".formatted(list, sitting.session().value()), list + "/attente.csv")) {
            var text = mvc.get().uri(path).with(organiser).exchange();
            assertThat(text.getResponse().getContentAsString())
                    .contains("parent ou adulte")
                    .contains("attend")
                    .doesNotContain(mail)
                    .doesNotContain("Camille");
            assertThat(mvc.get().uri(path).with(people.head(school.uai())).exchange())
                    .hasStatus(403);
        }
    }

    private static String[] adult(String mail, String people) {
        return new String[] {"comme", "adulte", "prenom", "Camille", "courriel", mail, "nombre", people};
    }

    private String join(String... fields) {
        return join(NOBODY, fields);
    }

    private String join(RequestPostProcessor who, String... fields) {
        var path = ground.opened(post(desk, who, fields));
        assertThat(path).matches("/attente/[A-Za-z0-9_-]{27}");
        return path;
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private MvcTestResult post(String path, RequestPostProcessor who, String... fields) {
        var request = mvc.post().uri(path).with(csrf()).with(who);
        request.param("jeton", UUID.randomUUID().toString());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult result) {
        return RegistrationForms.page(result);
    }
}
