package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.TestPeople;
import fr.preau.allocation.Rule;
import fr.preau.territory.Territories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Nobody can choose the lottery, nor end the wishes once some are known: asked by the forms a coordinator may forge.
@PreauTest
class DrawPromiseTests {
    private static final String VALUE = "4 12 23 31 45";

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
    private DrawRepository records;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private Browsing site;
    private RequestPostProcessor coordinator;
    private Session session;

    @BeforeEach
    void openOne() {
        site = new Browsing(mvc);
        coordinator = people.coordinator(territories.departement("09").orElseThrow());
        session = fixtures.open(ConsultationFixtures.ARIEGE, 2, Rule.EQUITE, false);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "1, 0", "-1440, -1440", "2880, 2880", "0, -60", "0, 60", "0, 0"})
    void refusesWhatWouldBendAnOpenDraw(int closes, int draws) {
        var source =
                closes == 0 && draws == 0 ? "Un autre Loto" : session.drawing().source();

        var answer = change(Map.of(
                "ferme", moment(session.joining().closesAt(), closes),
                "connue", moment(session.drawing().at(), draws),
                "source", source));

        assertThat(answer).hasStatus(422);
        assertThat(now().joining().closesAt()).isEqualTo(session.joining().closesAt());
        assertThat(now().drawing()).isEqualTo(session.drawing());
    }

    @Test
    void refusesAnotherValueAtAnEarlierMoment() {
        assertThat(change(Map.of(
                        "source",
                        "Un autre Loto",
                        "connue",
                        moment(session.drawing().at(), -60))))
                .hasStatus(422);
        assertThat(now().drawing()).isEqualTo(session.drawing());
    }

    @Test
    void anotherValueLaterIsToldToEveryoneAndStaysInTheRecord() {
        var mail = fixtures.joined(session).value();

        assertThat(change(Map.of(
                        "source",
                        "Le Loto de lundi",
                        "connue",
                        moment(session.drawing().at(), 2880))))
                .hasStatus3xxRedirection();

        assertThat(letters(mail))
                .contains("Changement du tirage au sort")
                .contains("Le Loto de samedi")
                .contains("Le Loto de lundi");
        assertThat(site.open(Browsing.NOBODY, session.path()))
                .bodyText()
                .contains("Le Loto de lundi")
                .contains("Ce qui était annoncé avant")
                .contains("Le Loto de samedi");
        fixtures.close(now());
        assertThat(site.open(Browsing.NOBODY, session.path() + "/tirage"))
                .bodyText()
                .contains("Le Loto de samedi");
    }

    @Test
    void nothingMovesOnceTheAnnouncedEndIsPast() {
        ended(Duration.ofHours(1), Duration.ofHours(-5));

        assertThat(change(Map.of(
                        "source",
                        "Le Loto de lundi",
                        "connue",
                        moment(now().drawing().at(), 2880))))
                .hasStatus(422)
                .bodyText()
                .contains("est passée");

        assertThat(now().drawing().source()).isEqualTo("Le Loto de samedi");
        assertThat(records.announced(session.id())).isEmpty();
    }

    @Test
    void whatReplacesTheValueIsSaidAtOpeningAndStays() {
        assertThat(site.open(Browsing.NOBODY, session.path())).bodyText().contains("Le tirage suivant du Loto");
        assertThat(change(Map.of("secours", "Ce que je voudrai"))).hasStatus(422);

        var draft = fixtures.draft(fixtures.consultation(), ConsultationFixtures.ARIEGE, 2, false);
        database.sql("update consultation.session set draw_fallback = '', rule = 'EQUITE' where id = ?")
                .param(draft.id().value())
                .update();
        site.send(coordinator, draft.deskPath() + "/ouverture");
        assertThat(sessions.find(draft.id()).orElseThrow().state()).isEqualTo(Session.State.DRAFT);
    }

    @Test
    void aSessionOpenedBeforeItWasAskedMayStillSayIt() {
        database.sql("update consultation.session set draw_fallback = '' where id = ?")
                .param(session.id().value())
                .update();

        assertThat(site.open(Browsing.NOBODY, session.path()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("n'est jamais publiée");
        assertThat(change(Map.of("secours", "Le Loto suivant"))).hasStatus3xxRedirection();
        assertThat(now().drawing().fallback()).isEqualTo("Le Loto suivant");
    }

    @Test
    void anotherPlaceLeavesThePromiseToTheSecond() {
        assertThat(change(Map.of("lieu", "2 rue du Test, Foix"))).hasStatus3xxRedirection();

        assertThat(now().where().place()).isEqualTo("2 rue du Test, Foix");
        assertThat(now().joining().closesAt()).isEqualTo(session.joining().closesAt());
        assertThat(now().drawing()).isEqualTo(session.drawing());
        assertThat(records.announced(session.id())).isEmpty();
    }

    @Test
    void noDrawIsMadeBeforeTheAnnouncedMoment() {
        ended(Duration.ofHours(1), Duration.ofHours(-1));

        assertThat(draw(VALUE, VALUE)).hasStatus(422);

        assertThat(records.of(session.id())).isEmpty();
    }

    @Test
    void theValueCountsOnceReread() {
        fixtures.joined(session);
        ended(Duration.ofHours(2), Duration.ofHours(1));

        assertThat(draw(VALUE, ""))
                .hasStatusOk()
                .bodyText()
                .contains("Relisez chaque signe")
                .contains(VALUE);
        assertThat(draw(VALUE, "4 12 23 31 54")).hasStatusOk();
        assertThat(records.of(session.id())).isEmpty();
        assertThat(draw(VALUE, VALUE)).hasStatus3xxRedirection();

        assertThat(records.of(session.id()).getFirst().publicValue()).isEqualTo(VALUE);
        assertThat(draw("1 2 3 4 5", "1 2 3 4 5")).hasStatus(422).bodyText().contains("déjà données");
    }

    @Test
    void theRecordSaysWhenTheWishesWereFrozenAndOnlyWhatIsTrue() {
        ended(Duration.ofHours(3), Duration.ofHours(2));

        var page = site.open(Browsing.NOBODY, session.path());

        assertThat(page)
                .as("frozen after the value could be known")
                .bodyText()
                .contains("Les vœux sont gelés depuis")
                .doesNotContain("a été publiée avant");
        var frozen = now().drawing().frozenAt();
        assertThat(frozen).isNotNull().isAfter(now().joining().closesAt().plusSeconds(3600));
        assertThat(site.open(Browsing.NOBODY, session.path() + "/tirage"))
                .bodyText()
                .contains(fr.preau.web.French.moment(
                        java.util.Objects.requireNonNull(frozen).atZone(session.zone())))
                .contains("n'était pas encore publiée");

        database.sql("update consultation.session set frozen_at = closes_at where id = ?")
                .param(session.id().value())
                .update();
        assertThat(site.open(Browsing.NOBODY, session.path())).bodyText().contains("a été publiée avant");
    }

    @Test
    void whoeverReadsFirstFreezesTheWishesAndAllPagesAgree() {
        ended(Duration.ofSeconds(1), Duration.ofHours(-1));

        assertThat(site.open(coordinator, session.deskPath() + "/tirage"))
                .bodyText()
                .contains("sont gelés");
        assertThat(site.open(coordinator, session.deskPath())).bodyText().contains("inscriptions closes");
        assertThat(site.open(Browsing.NOBODY, session.path())).bodyText().contains("sont gelés");
        assertThat(now().drawing().frozenHash()).isNotNull();
    }

    @Test
    void seatsDoNotMoveBetweenTheEndAndTheFreezing() {
        ended(Duration.ofSeconds(1), Duration.ofHours(-1));
        var workshop = fixtures.workshop(session);
        var fields = new ArrayList<String>();
        WorkshopForm.of(workshop).forEach((field, values) -> {
            fields.add(field);
            fields.add(field.equals("places") ? "9" : values.getFirst());
        });
        fields.add("lock");
        fields.add(String.valueOf(workshop.lock()));

        assertThat(site.send(
                        coordinator,
                        session.deskPath() + "/ateliers/" + workshop.id().value(),
                        fields.toArray(String[]::new)))
                .hasStatus(409);
    }

    private MvcTestResult change(Map<String, String> otherwise) {
        var fields = new ArrayList<String>();
        SessionForm.of(now()).forEach((field, values) -> {
            fields.add(field);
            fields.add(otherwise.getOrDefault(field, values.getFirst()));
        });
        fields.add("lock");
        fields.add(String.valueOf(now().lock()));
        return site.send(coordinator, session.deskPath() + "/modifier", fields.toArray(String[]::new));
    }

    private MvcTestResult draw(String value, String reread) {
        return site.send(coordinator, session.deskPath() + "/tirage", "valeur", value, "relue", reread);
    }

    private String moment(Instant instant, int minutes) {
        return SessionForm.local(instant.plus(Duration.ofMinutes(minutes)), session.zone());
    }

    /// The wishes ended so long ago, the value is known since; nobody has come by to freeze them.
    private void ended(Duration wishes, Duration known) {
        database.sql("update consultation.session set closes_at = ?, draw_at = ? where id = ?")
                .params(
                        clock.instant().minus(wishes).atOffset(ZoneOffset.UTC),
                        clock.instant().minus(known).atOffset(ZoneOffset.UTC),
                        session.id().value())
                .update();
    }

    private Session now() {
        return sessions.find(session.id()).orElseThrow();
    }

    private String letters(String mail) {
        return database.sql(
                        "select coalesce(string_agg(subject || ' ' || text, ' | '), '') it from notification.message where recipient = ?")
                .param(mail)
                .query((row, _) -> row.getString("it"))
                .single();
    }
}
