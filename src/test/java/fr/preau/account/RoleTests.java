package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.PreauTest;
import fr.preau.territory.ASchool;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
@RecordApplicationEvents
class RoleTests {
    private static final String PAGE = "/espace/administration/roles";
    private static final String JOURNAL = "/espace/administration/journal";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private RoleRepository roles;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Grants grants;

    @Autowired
    private ApplicationEvents news;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private TransactionTemplate transactions;

    private Browsing site;
    private Departement ariege;
    private Departement gironde;

    @BeforeEach
    void open() {
        site = new Browsing(mvc);
        ariege = territories.departement("09").orElseThrow();
        gironde = territories.departement("33").orElseThrow();
    }

    @Test
    void givesARoleToSomeoneWithAnAccountAtOnce() {
        var pilot = people.pilot();
        var someone = people.withoutRole();

        assertThat(give(pilot, someone.mail(), ariege.academie().key())).hasStatus(302);

        assertThat(roles.holds(someone.id(), new Role.Coordinator(ariege.academie())))
                .isTrue();
        assertThat(news.stream(RoleGranted.class).map(RoleGranted::mail)).contains(someone.mail());
        assertThat(journalOf(someone.mail())).containsExactly("GRANTED " + pilot.mail());
        assertThat(give(pilot, someone.mail(), ariege.academie().key())).hasStatus(422);
    }

    @Test
    void invitesSomeoneWithoutAnAccount() {
        var pilot = people.pilot();
        var mail = "future-%s@example.org".formatted(UUID.randomUUID());

        assertThat(give(pilot, mail, "FR")).hasStatus(302);

        assertThat(journalOf(mail)).containsExactly("INVITED " + pilot.mail());
        var person = accounts.findOrCreate(new MailAddress(mail));
        var signedIn = new SignedIn(person.id(), mail, "", "");
        assertThat(site.page(signedIn, "/espace").select(".notice").text()).contains("1 invitation attend");
        var button = site.page(signedIn, "/espace/invitations").select("form[action^=/espace/invitations/]");
        assertThat(site.send(people.withoutRole(), button.attr("action"))).hasStatus(403);
        assertThat(site.send(signedIn, button.attr("action"))).hasStatus(302);
        assertThat(roles.holds(person.id(), new Role.Pilot())).isTrue();
        assertThat(journalOf(mail)).containsExactly("INVITED " + pilot.mail(), "GRANTED " + pilot.mail());
        give(pilot, mail, "FR");
        grants.take(roles.viewer(pilot.id().value()).orElseThrow(), person, new Role.Pilot());
    }

    @Test
    void keepsACoordinatorStrictlyInsideTheirTerritory() {
        var toulouse = people.coordinator(ariege.academie());
        var someone = people.withoutRole();

        for (var outside : List.of(
                gironde.academie().key(),
                gironde.territory().key(),
                ariege.region().key(),
                ariege.academie().key(),
                "FR")) {
            assertThat(give(toulouse, someone.mail(), outside)).hasStatus(403);
        }
        assertThat(journalOf(someone.mail())).isEmpty();
        assertThat(give(toulouse, someone.mail(), ariege.territory().key())).hasStatus(302);
        assertThat(site.page(toulouse, PAGE + "/nouveau").select("select[name=territoire] option[value*=33]"))
                .isEmpty();
    }

    @Test
    void removesOnlyInsideAndTellsTheJournal() {
        var toulouse = people.coordinator(ariege.academie());
        var equal = people.coordinator(ariege.academie());
        var bordeaux = people.coordinator(gironde.territory());
        var inside = people.coordinator(ariege);
        var pilot = people.pilot();

        assertThat(remove(toulouse, equal, "COORDINATOR", ariege.academie().key()))
                .hasStatus(403);
        assertThat(remove(toulouse, bordeaux, "COORDINATOR", gironde.territory().key()))
                .hasStatus(403);
        assertThat(remove(toulouse, pilot, "PILOT", "")).hasStatus(403);
        assertThat(remove(toulouse, inside, "COORDINATOR", ariege.territory().key()))
                .hasStatus(302);
        assertThat(roles.holds(inside.id(), new Role.Coordinator(ariege.territory())))
                .isFalse();
        assertThat(roles.holds(equal.id(), new Role.Coordinator(ariege.academie())))
                .isTrue();
        assertThat(journalOf(inside.mail())).containsExactly("REMOVED " + toulouse.mail());
        assertThat(news.stream(RoleRemoved.class).map(RoleRemoved::mail)).contains(inside.mail());
    }

    @Test
    void removesTheStaffOfSchoolsInside() {
        var school = ASchool.lycee("Lycée").add(sql);
        var teacher = people.teacher(school.uai());
        var role = school.uai().value();

        assertThat(remove(people.coordinator(gironde.academie()), teacher, "TEACHER", role))
                .hasStatus(403);
        var toulouse = people.coordinator(ariege.academie());
        assertThat(site.page(toulouse, PAGE + "?qui=" + teacher.mail()).text()).contains(teacher.mail());
        assertThat(remove(toulouse, teacher, "TEACHER", role)).hasStatus(302);
        assertThat(roles.holds(teacher.id(), new Role.Teacher(school.uai()))).isFalse();
    }

    @Test
    void neverRemovesTheLastPilot() {
        var last = people.pilot();
        var others = sql.sql("select person_id from account.role_grant where role = 'PILOT' and person_id <> :me")
                .param("me", last.id().value())
                .query(UUID.class)
                .list();
        sql.sql("delete from account.role_grant where role = 'PILOT' and person_id <> :me")
                .param("me", last.id().value())
                .update();
        try {
            var viewer = roles.viewer(last.id().value()).orElseThrow();
            var person = accounts.find(last.id()).orElseThrow();
            assertThat(grants.take(viewer, person, new Role.Pilot())).isEqualTo(Grants.Removal.LAST);
            assertThat(roles.holds(last.id(), new Role.Pilot())).isTrue();
        } finally {
            others.forEach(other -> people.grant(new PersonId(other), new Role.Pilot()));
        }
    }

    @Test
    void opensToSteerersOnly() {
        for (var who : List.of(people.withoutRole(), people.teacher(TestPeople.anyUai()))) {
            assertThat(site.open(who, PAGE)).hasStatus(403);
            assertThat(site.open(who, JOURNAL)).hasStatus(403);
            assertThat(site.open(who, "/espace/administration/demandes")).hasStatus(403);
            assertThat(site.open(who, "/espace/administration/etablissements")).hasStatus(403);
            assertThat(give(who, who.mail(), "FR")).hasStatus(403);
        }
        assertThat(site.open(people.coordinator(ariege), JOURNAL)).hasStatus(403);
        assertThat(site.open(people.pilot(), JOURNAL)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=0", "?page=-1", "?page=999999999", "?qui=%00%25_'", "?role=KING&action=DANCE"})
    void answersStrangeQuestions(String query) {
        var pilot = people.pilot();
        assertThat(site.open(pilot, PAGE + query)).hasStatusOk();
        assertThat(site.open(pilot, JOURNAL + query)).hasStatusOk();
        assertThat(site.open(pilot, "/espace/administration/demandes" + query)).hasStatusOk();
    }

    @Test
    void refusesForgedRolesWithoutAFault() {
        var pilot = people.pilot();
        assertThat(give(pilot, "x", "ACADEMIE-16")).hasStatus(422);
        assertThat(give(pilot, "x@example.org", "ACADEMIE-99")).hasStatus(422);
        assertThat(give(pilot, "x@example.org", "NATION-FR")).hasStatus(422);
        assertThat(remove(pilot, pilot, "KING", "")).hasStatus(404);
        assertThat(remove(pilot, pilot, "TEACHER", "abc")).hasStatus(404);
        assertThat(remove(pilot, pilot, "MEMBER", "\u0000")).hasStatus(404);
        assertThat(remove(pilot, pilot, "COORDINATOR", "nowhere")).hasStatus(404);
        assertThat(site.send(pilot, PAGE + "/retrait", "retrait", "abc COORDINATOR FR"))
                .hasStatus(404);
        assertThat(site.send(pilot, PAGE + "/retrait")).hasStatus(404);
    }

    @Test
    void listsTheJournalByPagesOfTwenty() {
        var pilot = people.pilot();
        var person = accounts.find(people.withoutRole().id()).orElseThrow();
        var viewer = roles.viewer(pilot.id().value()).orElseThrow();
        for (var time = 0; time < 11; time++) {
            grants.give(Actor.of(viewer), person, new Role.Coordinator(ariege.territory()));
            grants.take(viewer, person, new Role.Coordinator(ariege.territory()));
        }

        var first = site.page(pilot, JOURNAL + "?qui=" + person.mail());
        assertThat(first.select("tbody tr")).hasSize(20);
        assertThat(first.select("tbody tr").getFirst().text())
                .contains(pilot.mail())
                .contains("retire");
        var next = first.select(".pager a[rel=next]").attr("href");
        assertThat(site.page(pilot, next).select("tbody tr")).hasSize(2);
        assertThat(site.page(pilot, JOURNAL + "?action=GRANTED&qui=" + person.mail())
                        .select("tbody tr"))
                .hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update account.journal set actor_mail = 'x'",
                "delete from account.journal",
                "truncate account.journal"
            })
    void keepsTheJournalWhateverTheStatement(String statement) {
        people.pilot();
        grants.give(
                Actor.CONFIGURATION,
                accounts.find(people.withoutRole().id()).orElseThrow(),
                new Role.Coordinator(ariege.territory()));

        assertThatThrownBy(() -> sql.sql(statement).update()).hasMessageContaining("only added to");
    }

    @Test
    void letsLinesOlderThanAYearGo() {
        var old = "old-%s@example.org".formatted(UUID.randomUUID());
        sql.sql("""
                        insert into account.journal (at, action, role, place, place_name, actor_mail, subject_mail)
                        values (now() - interval '1 year 1 day', 'GRANTED', 'PILOT', '', '', 'x', :old)
                        """).param("old", old).update();

        assertThat(sql.sql("delete from account.journal where subject_mail = :old")
                        .param("old", old)
                        .update())
                .isOne();
    }

    @Test
    void writesNothingWhenTheJournalCannot() {
        var someone = accounts.find(people.withoutRole().id()).orElseThrow();
        var unwritable = new Actor(null, "\u0000");

        assertThatThrownBy(() -> grants.give(unwritable, someone, new Role.Pilot()))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(roles.holds(someone.id(), new Role.Pilot())).isFalse();
    }

    @Test
    void namesThePilotsOfTheConfiguration() {
        var mail = "first-%s@example.org".formatted(UUID.randomUUID());
        var start = pilotsAtStart(" " + mail, "not an address");

        start.name();
        start.name();

        assertThat(journalOf(mail)).containsExactly("GRANTED configuration");
        var person = accounts.find(new MailAddress(mail)).orElseThrow();
        people.pilot();
        grants.take(roles.viewer(person.id().value()).orElseThrow(), person, new Role.Pilot());

        start.name();
        assertThat(roles.holds(person.id(), new Role.Pilot()))
                .as("someone removed does not come back at the next start")
                .isFalse();
    }

    private PilotsAtStart pilotsAtStart(String... mails) {
        return new PilotsAtStart(
                accounts,
                new NamedPilotRepository(sql),
                roles,
                transactions,
                grants,
                List.of(mails),
                new MockEnvironment());
    }

    @Test
    void hasNoDemonstrationSignInOutsideTheDemonstration() {
        assertThat(site.open(Browsing.NOBODY, "/demonstration/connexion")).hasStatus(404);
        assertThat(site.send(
                        Browsing.NOBODY,
                        "/demonstration/connexion",
                        "personne",
                        UUID.randomUUID().toString()))
                .hasStatus(404);
        assertThat(site.page(Browsing.NOBODY, "/connexion").select("a[href=/demonstration/connexion]"))
                .isEmpty();
    }

    private MvcTestResult give(SignedIn who, String mail, String where) {
        return site.send(who, PAGE + "/nouveau", "courriel", mail, "territoire", where);
    }

    private MvcTestResult remove(SignedIn who, SignedIn from, String role, String place) {
        return site.send(
                who,
                PAGE + "/retrait",
                "retrait",
                "%s %s %s".formatted(from.id().value(), role, place));
    }

    private List<String> journalOf(String mail) {
        return sql.sql(
                        "select action || ' ' || actor_mail as line from account.journal where subject_mail = :mail order by id")
                .param("mail", mail)
                .query((row, _) -> row.getString("line"))
                .list();
    }
}
