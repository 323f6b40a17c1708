package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.TestPeople;
import fr.preau.allocation.Rule;
import fr.preau.territory.Territories;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Two people on one session, one workshop, one list of wishes: the second is told and undoes nothing. What cannot be
/// undone asks once, with how many it concerns and why.
@PreauTest
class SecondHandTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConsultationFixtures fixtures;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private SessionRepository sessions;

    @Autowired
    private JdbcClient database;

    private Browsing site;
    private RequestPostProcessor coordinator;
    private Session session;
    private Party party;

    @BeforeEach
    void openOne() {
        site = new Browsing(mvc);
        coordinator = people.coordinator(territories.departement("09").orElseThrow());
        session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
        party = fixtures.join(session, 0, 1, 2);
    }

    @Test
    void theSecondOnAWorkshopIsTold() {
        var workshop = fixtures.workshop(session);

        assertThat(write(workshop, "Premier titre")).hasStatus3xxRedirection();
        assertThat(write(workshop, "Second titre"))
                .hasStatus(409)
                .bodyText()
                .contains("Quelqu'un d'autre a changé cet atelier")
                .contains("Second titre");

        assertThat(fixtures.workshop(session).title()).isEqualTo("Premier titre");
    }

    @Test
    void theSecondOnAListOfWishesIsTold() {
        var person = party.people().getFirst();

        assertThat(wish(person, 2, 1, 0)).hasStatus3xxRedirection();
        assertThat(wish(person, 1, 0, 2)).hasStatus(409).bodyText().contains("a changé pendant que vous écriviez");

        assertThat(fixtures.again(party).people().getFirst().wishes().getFirst())
                .isEqualTo(fixtures.workshops(session).get(2).id());
        assertThat(letters().split("Vos vœux ont changé : ", -1))
                .as("told once")
                .hasSize(2);
    }

    @Test
    void cancellingASessionSaysHowManyAndAsksWhy() {
        assertThat(site.open(coordinator, session.deskPath() + "/annulation"))
                .bodyText()
                .contains("1 personne inscrite sera prévenue")
                .contains("Pourquoi");
        assertThat(site.send(coordinator, session.deskPath() + "/annulation", "lock", lock()))
                .hasStatus(422);
        assertThat(site.send(coordinator, session.deskPath() + "/annulation", "lock", "0", "motif", "Grève"))
                .as("another version")
                .hasStatus(409);
        assertThat(now().isCancelled()).isFalse();

        site.send(coordinator, session.deskPath() + "/annulation", "lock", lock(), "motif", "La salle est inondée");

        assertThat(now().isCancelled()).isTrue();
        assertThat(letters()).contains("Session annulée").contains("La salle est inondée");
        assertThat(site.send(coordinator, session.deskPath() + "/annulation", "lock", lock(), "motif", "Encore"))
                .hasStatus3xxRedirection();
        assertThat(letters()).doesNotContain("Encore");
    }

    @Test
    void cancellingAWorkshopSaysHowManyAndTellsThemWhichAndWhy() {
        fixtures.seat(session);
        var workshop = fixtures.workshop(session);
        var page = session.deskPath() + "/ateliers/" + workshop.id().value() + "/retrait";

        assertThat(site.open(coordinator, page)).bodyText().contains("1 personne a sa place ici");
        assertThat(site.send(coordinator, page, "lock", "0")).hasStatus(422);
        assertThat(site.send(coordinator, page, "lock", "7", "motif", "Personne pour l'animer"))
                .hasStatus(409);
        assertThat(site.send(coordinator, page, "lock", "0", "motif", "Personne pour l'animer"))
                .hasStatus3xxRedirection();

        assertThat(letters())
                .contains("Atelier annulé, « " + workshop.title() + " »")
                .contains("Personne pour l'animer");
        assertThat(database.sql(
                                "select count(*)::int from account.act where act = 'annule un atelier' and about like ?")
                        .param(workshop.title() + ", %")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void whoRankedAWorkshopIsToldThatItIsCancelledBeforeTheDraw() {
        fixtures.remove(session, fixtures.workshop(session).id());

        assertThat(letters()).contains("Atelier annulé").contains("remontent d'un rang");
    }

    @Test
    void theLastWorkshopIsNotCancelledAlone() {
        var all = fixtures.workshops(session);
        fixtures.remove(session, all.get(0).id());
        fixtures.remove(session, all.get(1).id());

        assertThat(fixtures.remove(session, all.get(2).id())).isInstanceOf(Outcome.Refused.class);
        assertThat(fixtures.seat(session).state()).isEqualTo(Session.State.SEATED);
    }

    @Test
    void premiersVoeuxKeepsNoSeatsAfterOpeningEither() {
        var other = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.PREMIERS, false);

        var answer = write(other, fixtures.workshop(other), "Titre", "garde-PUPIL", "1");

        assertThat(answer).hasStatus(409).bodyText().contains("ne garde pas de places");
        assertThat(fixtures.seat(other).state()).isEqualTo(Session.State.SEATED);
    }

    private MvcTestResult write(Workshop workshop, String title) {
        return write(session, workshop, title);
    }

    private MvcTestResult write(Session of, Workshop workshop, String title, String... more) {
        var fields = new ArrayList<>(List.of(more));
        WorkshopForm.of(workshop).forEach((field, values) -> {
            fields.add(field);
            fields.add(field.equals("titre") ? title : values.getFirst());
        });
        fields.add("lock");
        fields.add(String.valueOf(workshop.lock()));
        return site.send(
                coordinator, of.deskPath() + "/ateliers/" + workshop.id().value(), fields.toArray(String[]::new));
    }

    private MvcTestResult wish(Participant person, int... order) {
        var fields = new ArrayList<>(List.of("qualite", "PUPIL", "lock", String.valueOf(person.lock())));
        for (var place : order) {
            fields.add("voeux");
            fields.add(fixtures.workshops(session).get(place).id().value().toString());
        }
        return site.send(Browsing.NOBODY, party.path() + "/personnes/" + person.id(), fields.toArray(String[]::new));
    }

    private Session now() {
        return sessions.find(session.id()).orElseThrow();
    }

    private String lock() {
        return String.valueOf(now().lock());
    }

    private String letters() {
        return database.sql("""
                        select coalesce(string_agg(subject || ' ' || text, ' | ' order by created_at), '') it
                        from notification.message where recipient = ?
                        """)
                .param(party.mail())
                .query((row, _) -> row.getString("it"))
                .single();
    }
}
