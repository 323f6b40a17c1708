package fr.preau.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// The door as its organiser uses it, without script.
@PreauTest
class DoorPagesTests {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private DoorFixtures door;

    @Autowired
    private TestPeople people;

    @Autowired
    private TicketSigner signer;

    @Autowired
    private SettableClock clock;

    private EventFixtures.Published event;
    private SignedIn organiser;
    private String path;

    @BeforeEach
    void publish() {
        event = door.event(60);
        organiser = people.member(event.organisation());
        path = DoorFixtures.path(event);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void showsATicketThatNamesNobodyInItsDrawing() {
        var pupil = door.pupil(event, "Zoé");

        var page = page(mvc.get().uri(pupil.path() + "/billet").exchange());

        assertThat(page.select("svg.qr path")).hasSize(1);
        assertThat(page.select(".code").text())
                .isEqualTo(signer.ticket(pupil.id()).code().shown());
        assertThat(signer.ticket(pupil.id()).text()).matches("PREAU/[0-9A-F]{32}/[0-9A-F]{20}");
        assertThat(signer.read(signer.ticket(pupil.id()).text())).contains(pupil.id());
        assertThat(mvc.get().uri("/inscriptions/x/billet").exchange()).hasStatus(404);
    }

    @Test
    void saysThatATicketIsCancelled() {
        var pupil = door.pupil(event, "Zoé");
        post(pupil.path() + "/annulation");

        var page = page(mvc.get().uri(pupil.path() + "/billet").exchange());

        assertThat(page.select("h1").text()).isEqualTo("Billet annulé");
        assertThat(page.select("svg.qr, .code")).isEmpty();
    }

    @Test
    void cancelsNoRegistrationOfWhoIsThere() {
        var pupil = door.pupil(event, "Zoé");
        clock.advance(Duration.between(
                clock.instant(), door.session(event).start().toInstant().minus(Duration.ofMinutes(20))));
        post(path + "/billet", "billet", signer.ticket(pupil.id()).code().shown());

        assertThat(page(mvc.get().uri(pupil.path()).exchange()).text())
                .contains("Vous êtes arrivé à", "ne s'annule plus")
                .doesNotContain("Annuler l'inscription");
        post(pupil.path() + "/annulation");
        assertThat(page(mvc.get().uri(pupil.path()).exchange()).select("h1").text())
                .isEqualTo("Votre inscription");
    }

    @Test
    void certifiesNothingOfACancelledRegistration() {
        var pupil = door.pupil(event, "Zoé");
        post(pupil.path() + "/annulation");

        assertThat(page(mvc.get().uri(pupil.path() + "/attestation").exchange()).text())
                .contains("Cette inscription a été annulée")
                .doesNotContain("revenez après");
    }

    @Test
    void welcomesByATypedCodeThenSaysTheHour() {
        var pupil = door.pupil(event, "Zoé");
        door.goInto(event);
        var code = signer.ticket(pupil.id()).code().shown();

        assertThat(post(path + "/billet", "billet", code)).hasStatus3xxRedirection();
        var again = post(path + "/billet", "billet", code.toLowerCase(java.util.Locale.ROOT));

        assertThat(again.getResponse().getHeaders("Set-Cookie").toString()).contains("d%C3%A9j%C3%A0");
        assertThat(page(get(path)).select(".guests .tag").text()).contains("arrivé à 14 h 30");
        var refused = post(path + "/billet", "billet", "k7qf");
        assertThat(refused).hasStatus(422);
        assertThat(page(refused).select("[name=billet]").val()).isEqualTo("k7qf");
        assertThat(page(refused).select("#billet-erreur").text()).contains("mal lue");
    }

    @Test
    void ticksTheListAndUndoes() {
        var adult = door.adult(event, "Camille", 3);
        door.goInto(event);
        var line = path + "/arrivees/" + adult.id().value();

        assertThat(post(line)).hasStatus3xxRedirection();
        assertThat(page(get(path)).select("dd").eachText()).contains("3 personnes");
        assertThat(post(line + "/annulation")).hasStatus3xxRedirection();
        assertThat(page(get(path)).select("dd").eachText()).contains("0 personne");
    }

    @Test
    void countsAClassAndNeverShowsItsGirlsAlone() {
        var group = door.schoolClass(event, "2de 4", 28);
        door.goInto(event);
        var line = path + "/arrivees/" + group.id().value();

        assertThat(post(path + "/billet", "billet", signer.ticket(group.id()).text()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(line);
        assertThat(page(get(line)).select("[name=eleves]").val()).isEqualTo("28");
        assertThat(post(line, "eleves", "12", "filles", "13", "adultes", "2")).hasStatus(422);
        assertThat(post(line, "eleves", "", "adultes", "2")).hasStatus(422);
        assertThat(post(line, "eleves", "98", "filles", "97", "adultes", "2")).hasStatus3xxRedirection();

        var shown = page(get(path)).select("main").text()
                + page(get(line)).select("main").text();
        assertThat(shown)
                .contains("98 élèves")
                .contains("pas assez de classes pour la dire")
                .doesNotContain("97");
    }

    @Test
    void tellsTheShareOfGirlsOfThreeClassesTogether() {
        var hall = door.event(100);
        var member = people.member(hall.organisation());
        for (var name : new String[] {"2de 1", "2de 2", "2de 3"}) {
            var group = door.schoolClass(hall, name, 20);
            clock.reset();
            door.goInto(hall);
            post(
                    DoorFixtures.path(hall) + "/arrivees/" + group.id().value(),
                    member,
                    "eleves",
                    "20",
                    "filles",
                    "8",
                    "adultes",
                    "1");
            clock.reset();
        }

        assertThat(page(get(DoorFixtures.path(hall), member)).select("dd").text())
                .contains("40 %");
    }

    @Test
    void looksForSomeoneWhateverTheAccents() {
        door.pupil(event, "Zoé");
        door.pupil(event, "Malik");

        var page = page(get(path + "?recherche=zoe"));

        assertThat(page.select(".guests strong").eachText()).containsExactly("Zoé");
        assertThat(page(get(path + "?recherche=personne")).select(".empty").text())
                .contains("Personne ne répond");
    }

    @Test
    void letsInPeopleWhoDidNotRegisterWhileThereAreSeats() {
        door.adult(event, "Camille", 2);
        door.goInto(event);
        var token = UUID.randomUUID().toString();

        assertThat(post(path + "/sans-inscription", "jeton", token, "personnes", "40", "niveau", "SECONDE"))
                .hasStatus3xxRedirection();
        post(path + "/sans-inscription", "jeton", token, "personnes", "40", "niveau", "SECONDE");
        assertThat(door.session(event).taken()).isEqualTo(42);
        var full = post(path + "/sans-inscription", "personnes", "19");
        assertThat(full).hasStatus(409);
        assertThat(page(full).select("#personnes-erreur").text()).contains("18 places libres");
        assertThat(post(path + "/sans-inscription", "personnes", "abc")).hasStatus(422);
        assertThat(post(path + "/sans-inscription/" + token + "/annulation")).hasStatus3xxRedirection();
        assertThat(door.session(event).taken()).isEqualTo(2);
    }

    /// Before it begins, the list still stands.
    @Test
    void offersTheSeatsOfPeopleTakenAwayToWhoWaits() {
        var small = door.event(2);
        var member = people.member(small.organisation());
        var walkIns = DoorFixtures.path(small) + "/sans-inscription";
        var token = UUID.randomUUID().toString();
        door.goBefore(small, Duration.ofHours(1));
        post(walkIns, member, "jeton", token, "personnes", "2");
        var joined = post(
                "/evenements/%s/seances/%s/attente"
                        .formatted(small.id().value(), small.session().value()),
                member,
                "comme",
                "adulte",
                "prenom",
                "Camille",
                "courriel",
                "camille-%s@example.org".formatted(token),
                "nombre",
                "2");
        assertThat(joined).hasStatus3xxRedirection();
        var waits = "/attente/" + keyOfTheOneWhoWaits(small);
        assertThat(page(get(waits)).select("h1").text()).isEqualTo("Vous êtes sur la liste d'attente");

        post(walkIns + "/" + token + "/annulation", member);

        assertThat(page(get(waits)).select("h1").text()).isEqualTo("2 places vous sont proposées");
        assertThat(door.session(small)).extracting("taken", "held", "waiting").containsExactly(0, 2, 0);
    }

    private String keyOfTheOneWhoWaits(EventFixtures.Published small) {
        return jdbc.sql("select key from registration.waiting where session_id = ?")
                .param(small.session().value())
                .query(String.class)
                .single();
    }

    @Test
    void keepsOtherOrganisationsOut() {
        var pupil = door.pupil(event, "Zoé");
        var stranger = people.member(people.organisation("Une autre").id());
        door.goInto(event);

        assertThat(get(path, stranger)).hasStatus(403);
        assertThat(post(path + "/fusion", stranger)).hasStatus(403);
        assertThat(post(path + "/arrivees/" + pupil.id().value(), stranger)).hasStatus(403);
    }

    @Test
    void welcomesNobodyToAnotherSessionsList() {
        var other = door.event(10);
        var stranger = door.pupil(other, "Tom");
        door.goInto(event);

        assertThat(post(path + "/arrivees/" + stranger.id().value())).hasStatus(404);
        var refused =
                post(path + "/billet", "billet", signer.ticket(stranger.id()).text());
        assertThat(page(refused).select("#billet-erreur").text()).contains("autre événement");
    }

    @Test
    void givesTheCarriedListWithItsCodeToItsOrganiser() throws UnsupportedEncodingException {
        door.pupil(event, "Zoé");
        door.goInto(event);

        var first = post(path + "/fusion").getResponse().getContentAsString();
        var second = post(path + "/fusion").getResponse().getContentAsString();

        assertThat(first).contains("\"name\":\"Zoé\"").containsPattern("\"code\":\"[^\"]{13}\"");
        assertThat(code(first)).isEqualTo(code(second));
        assertThat(page(get(path + "/appareil")).text()).doesNotContain("Zoé");
    }

    @Test
    void welcomesNobodyBeforeTheDayNorToACancelledSession() {
        var pupil = door.pupil(event, "Zoé");

        assertThat(page(get(path)).select(".notice").text()).contains("le jour de la séance");
        assertThat(post(path + "/arrivees/" + pupil.id().value())).hasStatus(409);
        door.goAfter(event, Duration.ofHours(1));
        assertThat(post(path + "/sans-inscription", "personnes", "1")).hasStatus(409);
    }

    private static String code(String json) {
        return json.replaceFirst("(?s).*?\"code\":\"([^\"]+)\".*", "$1");
    }

    private MvcTestResult get(String address) {
        return get(address, organiser);
    }

    private MvcTestResult get(String address, SignedIn person) {
        return mvc.get().uri(address).with(person).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        return post(address, organiser, fields);
    }

    private MvcTestResult post(String address, SignedIn person, String... fields) {
        var request = mvc.post().uri(address).with(person).with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        if (!java.util.List.of(fields).contains("jeton")) {
            request.param("jeton", UUID.randomUUID().toString());
        }
        return request.exchange();
    }

    private static Document page(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString().replace('\u00a0', ' '));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
