package fr.preau.registration;

import static fr.preau.registration.RegistrationForms.NOBODY;
import static fr.preau.registration.RegistrationForms.page;
import static fr.preau.registration.RegistrationForms.pupil;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.PreauTest;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.territory.Territories;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// What one address or one network took, shown and cancelled together.
@PreauTest
class CrowdPagesTests {
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
    private JdbcClient jdbc;

    private final String network = RationPagesTests.address();
    private EventFixtures.Published event;
    private Ground.Sitting sitting;
    private SignedIn organiser;
    private RegistrationForms forms;
    private String path;

    @BeforeEach
    void hoard() {
        forms = new RegistrationForms(mvc);
        event = events.published().seats(20).now();
        sitting = new Ground.Sitting(event.id(), event.session());
        organiser = people.member(event.organisation());
        path = "/espace/evenements/%s/inscrits/groupes".formatted(event.id().value());
        for (var number = 0; number < 20; number++) {
            forms.post(sitting, RationPagesTests.from(network), pupil("Robot", "SECONDE", "", Ground.mail()));
        }
        forms.postTo(
                sitting.path().replace("/inscription", "/attente"),
                RationPagesTests.from(network),
                pupil("Robot", "SECONDE", "", Ground.mail()));
        forms.postTo(
                sitting.path().replace("/inscription", "/attente"),
                RationPagesTests.from(RationPagesTests.address()),
                pupil("Zoé", "SECONDE", "", Ground.mail()));
    }

    @Test
    void showsCountsAndHoursButNoAddress() {
        var list = page(mvc.get().uri(path).with(organiser).exchange());
        var group = page(mvc.get().uri(group(organiser)).with(organiser).exchange());

        assertThat(list.select("tbody tr")).hasSize(1);
        assertThat(list.select("tbody tr").text()).contains("un même réseau", "21", "1");
        assertThat(group.select("h1").text()).isEqualTo("Annuler pour 21 personnes ?");
        assertThat(group.select("main").text()).contains("Robot").doesNotContain("@", network);
    }

    @Test
    void isOpenToThoseWhoSteerTheTerritoryWithoutNames() {
        var departement = territories.departement("09").orElseThrow();
        var next = territories.departement("31").orElseThrow();
        var coordinator = people.coordinator(departement.territory());

        assertThat(mvc.get().uri(path).with(people.pilot()).exchange()).hasStatusOk();
        assertThat(page(mvc.get().uri(group(coordinator)).with(coordinator).exchange())
                        .select("main")
                        .text())
                .doesNotContain("Robot");
        for (var stranger : List.<RequestPostProcessor>of(
                people.coordinator(next.territory()),
                people.member(people.organisation("Une autre").id()))) {
            assertThat(mvc.get().uri(path).with(stranger).exchange()).hasStatus(403);
            assertThat(forms.postTo(group(organiser) + "/annulation", stranger, "raison", "x", "vues", "99"))
                    .hasStatus(403);
        }
        assertThat(ground.now(sitting).taken()).isEqualTo(20);
    }

    @Test
    void cancelsThemAllTellsEachAndSeatsWhoWaited() {
        var group = group(organiser);

        assertThat(forms.postTo(group + "/annulation", organiser, "raison", "", "vues", "21"))
                .hasStatus(422);
        assertThat(forms.postTo(group + "/annulation", organiser, "raison", "Robots", "vues", "20"))
                .hasStatus(409);
        assertThat(forms.postTo(group + "/annulation", organiser, "raison", "Ce sont des robots.", "vues", "21"))
                .hasStatus3xxRedirection();

        await().untilAsserted(() -> assertThat(standing()).isZero());
        await().untilAsserted(() -> assertThat(ground.now(sitting)).satisfies(now -> {
            assertThat(now.taken()).isZero();
            assertThat(now.held()).isEqualTo(1);
            assertThat(now.waiting()).isZero();
        }));
        ground.audit(sitting);
        assertThat(letters()).isEqualTo(21);
        assertThat(jdbc.sql("select act, reason from account.act where about = ?")
                        .param(title())
                        .query((row, _) -> row.getString("act") + " : " + row.getString("reason"))
                        .list())
                .containsExactly("annule 21 inscriptions venues d'un même réseau : Ce sont des robots.");
        assertThat(mvc.get().uri(group).with(organiser).exchange()).hasStatus(404);
    }

    @Test
    void findsWhatOneAddressTookInAllSessions() {
        var mail = Ground.mail();
        jdbc.sql("update registration.registration set mail = ?, first_name = id::text where session_id = ?")
                .params(mail, sitting.session().value())
                .update();

        assertThat(page(mvc.get().uri(path).with(organiser).exchange())
                        .select("tbody th")
                        .eachText())
                .containsExactlyInAnyOrder("un même réseau", "un même courriel");
    }

    @Test
    void tellsNobodyWhichTwoComeTogether() {
        var one = jdbc.sql("select id from registration.registration where session_id = ? limit 1")
                .param(sitting.session().value())
                .query(java.util.UUID.class)
                .single();

        assertThat(mvc.get().uri(path + "/courriel/" + one).with(organiser).exchange())
                .hasStatus(404);
        assertThat(mvc.get().uri(path + "/nimporte/" + one).with(organiser).exchange())
                .hasStatus(404);
    }

    @Test
    void isReachedFromTheRegistrantsAndFromModeration() {
        var counts = "/espace/evenements/%s/inscrits".formatted(event.id().value());

        assertThat(page(mvc.get().uri(counts).with(organiser).exchange())
                        .select("main a")
                        .eachAttr("href"))
                .contains(path);
        assertThat(mvc.get().uri(path).with(NOBODY).exchange()).hasStatus3xxRedirection();
    }

    private String group(RequestPostProcessor who) {
        return page(mvc.get().uri(path).with(who).exchange()).select("tbody a").attr("href");
    }

    private int standing() {
        return jdbc.sql("select count(*) from registration.registration where session_id = ? and cancelled_at is null")
                .param(sitting.session().value())
                .query(Integer.class)
                .single();
    }

    private int letters() {
        return jdbc.sql("""
                        select count(*) from notification.message
                        where text like '%Ce sont des robots.%' and about in (
                            select id from registration.registration where session_id = :session
                            union all select id from registration.waiting where session_id = :session)
                        """)
                .param("session", sitting.session().value())
                .query(Integer.class)
                .single();
    }

    private String title() {
        return jdbc.sql("select title from event.listing where event_id = ?")
                .param(event.id().value())
                .query(String.class)
                .single();
    }
}
