package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.TestPeople;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.ASchool;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Around an opening, twenty people are called a second, forty at once at most.
@PreauTest
class WaitingRoomTests {
    private static final String COOKIE = "preau-place";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private TestPeople people;

    @Autowired
    private SettableClock clock;

    @Autowired
    private WaitingRoom room;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void leadsThoseWhoComeBeforeTheOpeningToTheRoom() throws Exception {
        var sitting = opening(Duration.ofMinutes(10));

        var led = mvc.get().uri(sitting.path() + "?comme=eleve").exchange();

        assertThat(led).hasStatus(303);
        var address = Objects.requireNonNull(led.getResponse().getHeader("Location"));
        assertThat(address).startsWith("/salle-attente/");
        var page =
                mvc.get().uri(java.net.URI.create(address)).cookie(ticket(led)).exchange();
        assertThat(page).hasStatusOk();
        assertThat(page.getResponse().getHeader("Refresh")).isNotNull();
        assertThat(read(page).select("main").text()).contains("Vous êtes bien arrivé", "Tirée au sort à l'ouverture");
    }

    @Test
    void leavesTheFormItselfAloneLongBeforeTheOpening() {
        var sitting = opening(Duration.ofHours(5));

        assertThat(mvc.get().uri(sitting.path() + "?comme=eleve")).hasStatusOk();
    }

    @Test
    void drawsTheOrderOfThoseWhoCameBeforeAndKeepsLaterOnesBehindThem() {
        var edition = editions.openingIn(Duration.ofMinutes(5));
        var early = new ArrayList<UUID>();
        for (var one = 0; one < 60; one++) {
            early.add(room.standing(edition, null).ticket());
        }
        clock.advance(Duration.ofMinutes(5).plusSeconds(1));

        var late = room.standing(edition, null);
        var order = placesOf(edition);

        assertThat(order.subList(0, 60))
                .containsExactlyInAnyOrderElementsOf(early)
                .isNotEqualTo(early);
        assertThat(order.get(60)).isEqualTo(late.ticket());
        assertThat(late).isInstanceOf(Standing.InLine.class);
    }

    @Test
    void callsEveryoneInTurnAndTellsHowManyAreAhead() {
        var edition = editions.openingIn(Duration.ofMinutes(5));
        for (var one = 0; one < 60; one++) {
            room.standing(edition, null);
        }
        clock.advance(Duration.ofMinutes(5));
        room.standing(edition, null);
        var order = placesOf(edition);

        assertThat(room.standing(edition, order.getFirst())).isInstanceOf(Standing.InLine.class);
        clock.advance(Duration.ofSeconds(1));

        assertThat(room.standing(edition, order.getFirst())).isInstanceOf(Standing.Inside.class);
        assertThat(room.standing(edition, order.get(5))).isInstanceOf(Standing.Inside.class);
        assertThat(room.standing(edition, order.get(59)))
                .isInstanceOfSatisfying(
                        Standing.InLine.class, line -> assertThat(line.ahead()).isBetween(35L, 40L));
        clock.advance(Duration.ofSeconds(2));
        room.standing(edition, order.get(59));
        clock.advance(Duration.ofSeconds(2));
        assertThat(room.standing(edition, order.get(59))).isInstanceOf(Standing.Inside.class);
    }

    @Test
    void givesOneTicketOnePlaceHoweverOftenItIsShown() {
        var edition = editions.openingIn(Duration.ofMinutes(5));
        var ticket = room.standing(edition, null).ticket();
        for (var time = 0; time < 5; time++) {
            assertThat(room.standing(edition, ticket).ticket()).isEqualTo(ticket);
        }
        clock.advance(Duration.ofMinutes(6));
        for (var time = 0; time < 5; time++) {
            assertThat(room.standing(edition, ticket).ticket()).isEqualTo(ticket);
        }

        assertThat(placesOf(edition)).containsExactly(ticket);
    }

    @Test
    void showsNoRoomWithoutACrowd() throws Exception {
        var sitting = opening(Duration.ofMinutes(-10));

        var form = mvc.get().uri(sitting.path() + "?comme=eleve").exchange();

        assertThat(form).hasStatusOk();
        assertThat(register(sitting, ticket(form))).hasStatus3xxRedirection();
        assertThat(ground.rows(sitting)).isEqualTo(1);
    }

    @Test
    void cannotBePassedByAnAddressOrAnInventedTicket() throws Exception {
        var sitting = opening(Duration.ofMinutes(5));
        var edition = ground.edition(sitting);
        crowd(edition, 200);
        clock.advance(Duration.ofMinutes(5));

        for (var ticket : new @Nullable Cookie[] {
            null, new Cookie(COOKIE, UUID.randomUUID().toString()), new Cookie(COOKIE, "1"), new Cookie(COOKIE, "%00")
        }) {
            var answer = register(sitting, ticket);
            assertThat(answer).hasStatus(429);
            assertThat(answer.getResponse().getHeader("Retry-After")).isNotNull();
            var page = read(answer);
            assertThat(page.title()).startsWith("Salle d'attente");
            assertThat(page.select("main form").attr("action")).isEqualTo(sitting.path());
            assertThat(page.select("main form [name=prenom]").val()).isEqualTo("Camille");
            assertThat(page.select("main form [name=jeton]"))
                    .as("so that it counts once")
                    .hasSize(1);
        }
        assertThat(ground.rows(sitting)).isZero();
    }

    @Test
    void opensTheFormOfThoseWhoAreCalledTeachersToo() throws Exception {
        var sitting = opening(Duration.ofMinutes(5));
        var teacher =
                people.teacher(ASchool.lycee("Lycée de la Salle").add(jdbc).uai());
        var led = mvc.get().uri(sitting.path() + "?comme=classe").with(teacher).exchange();
        assertThat(led).hasStatus(303);
        clock.advance(Duration.ofMinutes(5));
        var ticket = ticket(led);
        mvc.get()
                .uri(sitting.path() + "?comme=classe")
                .with(teacher)
                .cookie(ticket)
                .exchange();
        clock.advance(Duration.ofSeconds(2));

        var form = mvc.get()
                .uri(sitting.path() + "?comme=classe")
                .with(teacher)
                .cookie(ticket)
                .exchange();

        assertThat(form).hasStatusOk();
        assertThat(read(form).select("[name=classe]")).isNotEmpty();
    }

    @Test
    void endsAVisitAfterAQuarterOfAnHour() throws Exception {
        var edition = editions.openingIn(Duration.ofMinutes(-10));
        var inside = room.standing(edition, null);
        assertThat(inside).isInstanceOf(Standing.Inside.class);
        crowd(edition, 100);

        clock.advance(Duration.ofMinutes(14));
        assertThat(room.standing(edition, inside.ticket()).ticket()).isEqualTo(inside.ticket());
        clock.advance(Duration.ofMinutes(2));

        assertThat(room.standing(edition, inside.ticket()).ticket()).isNotEqualTo(inside.ticket());
    }

    @Test
    void isNotGoodForAnyNumberOfForms() {
        var edition = editions.openingIn(Duration.ofMinutes(-10));
        var inside = (Standing.Inside) room.standing(edition, null);
        for (var form = 0; form < RoomTicket.MOST_SENT; form++) {
            room.countForm(inside);
        }

        assertThat(room.standing(edition, inside.ticket()).ticket()).isNotEqualTo(inside.ticket());
    }

    @Test
    void leadsNowhereElse() throws Exception {
        var edition = editions.openingIn(Duration.ofMinutes(-10));

        for (var elsewhere : List.of("https://example.org/", "//example.org", "/espace", "/evenements/x/seances/y")) {
            var page = mvc.get()
                    .uri("/salle-attente/" + edition.id().value())
                    .param("vers", elsewhere)
                    .exchange();
            assertThat(page).as(elsewhere).hasStatusOk();
            assertThat(read(page).select("a.button").attr("href")).isEqualTo("/evenements");
        }
    }

    @Test
    void isNotThereForEditionsThatHaveNone() {
        assertThat(mvc.get().uri("/salle-attente/" + editions.open().id().value()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/salle-attente/" + UUID.randomUUID())).hasStatus(404);
    }

    @Test
    void forgetsTicketsAfterAWeek() {
        var edition = editions.openingIn(Duration.ofMinutes(5));
        room.standing(edition, null);

        room.forget();
        assertThat(placesOrNone(edition)).isEqualTo(1);
        clock.advance(Duration.ofDays(8));
        room.forget();

        assertThat(placesOrNone(edition)).isZero();
    }

    private Ground.Sitting opening(Duration wait) {
        return ground.sitting(
                ground.event().in(editions.openingIn(wait)).seats(30).forClasses(30));
    }

    private void crowd(Edition edition, int people) {
        for (var one = 0; one < people; one++) {
            room.standing(edition, null);
        }
    }

    private MvcTestResult register(Ground.Sitting sitting, @Nullable Cookie ticket) {
        var form = mvc.post()
                .uri(sitting.path())
                .with(csrf())
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("jeton", UUID.randomUUID().toString())
                .param("comme", "adulte")
                .param("prenom", "Camille")
                .param("courriel", Ground.mail())
                .param("nombre", "1");
        return (ticket == null ? form : form.cookie(ticket)).exchange();
    }

    private List<UUID> placesOf(Edition edition) {
        return jdbc.sql(
                        "select id from registration.room_ticket where edition_id = ? and place is not null order by place")
                .param(edition.id().value())
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
    }

    private int placesOrNone(Edition edition) {
        return jdbc.sql("select count(*) from registration.room_ticket where edition_id = ?")
                .param(edition.id().value())
                .query(Integer.class)
                .single();
    }

    private static Cookie ticket(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie(COOKIE));
    }

    private static Document read(MvcTestResult answer) throws UnsupportedEncodingException {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
