package fr.preau.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.territory.ASchool;
import fr.preau.territory.School;
import fr.preau.territory.Territories;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PreauTest
@RecordApplicationEvents
class StaffTests {
    private static final String PAGE = "/espace/etablissements";
    private static final String REQUESTS = "/espace/administration/demandes";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    @Autowired
    private Territories territories;

    @Autowired
    private RoleRepository roles;

    @Autowired
    private ApplicationEvents news;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private SettableClock clock;

    private Browsing site;
    private School school;

    @BeforeEach
    void open() {
        site = new Browsing(mvc);
        school = ASchool.lycee("Lycée " + UUID.randomUUID()).add(sql);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void asksTheSchoolAtItsOfficialAddress() {
        var teacher = people.withoutRole();

        ask(teacher, "TEACHER", school);

        var asked = news.stream(StaffConfirmationAsked.class).findFirst().orElseThrow();
        assertThat(asked.schoolMail()).isEqualTo(school.mail());
        assertThat(asked.personName()).contains("Camille Bon").contains(teacher.mail());
        assertThat(site.page(teacher, PAGE).select(".card").text())
                .contains("en attente")
                .contains(school.name());
        assertThat(site.page(teacher, "/espace").select(".notice").text()).contains(school.name());
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isFalse();
    }

    @Test
    void confirmsByTheLinkOnceAndOnlyByItsButton() {
        var teacher = people.withoutRole();
        ask(teacher, "TEACHER", school);
        var link = link();

        assertThat(site.page(Browsing.NOBODY, link).select("button[name=oui]")).hasSize(2);
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isFalse();

        assertThat(site.send(Browsing.NOBODY, link, "oui", "true")).hasStatusOk();
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isTrue();
        assertThat(site.send(Browsing.NOBODY, link, "oui", "false")).hasStatus(410);
        assertThat(site.open(Browsing.NOBODY, link)).hasStatus(410);
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isTrue();
        assertThat(sql.sql("select actor_mail from account.journal where subject_mail = :mail and action = 'GRANTED'")
                        .param("mail", teacher.mail())
                        .query(String.class)
                        .single())
                .isEqualTo(school.mail());
    }

    @Test
    void givesNothingWhenTheSchoolRefuses() {
        var head = people.withoutRole();
        ask(head, "SCHOOL_HEAD", school);

        assertThat(site.send(Browsing.NOBODY, link(), "oui", "false")).hasStatusOk();

        assertThat(holds(head, new Role.SchoolHead(school.uai()))).isFalse();
        assertThat(site.page(head, PAGE).text()).doesNotContain("en attente depuis");
    }

    @Test
    void forgetsTheLinkAfterThirtyDaysButNotTheRequest() {
        ask(people.withoutRole(), "TEACHER", school);
        var link = link();
        clock.advance(Duration.ofDays(30).plusSeconds(1));

        assertThat(site.open(Browsing.NOBODY, link)).hasStatus(410);
        assertThat(site.send(Browsing.NOBODY, link, "oui", "true")).hasStatus(410);
        assertThat(request(school)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forged", "0", "a-b_c"})
    void refusesAForgedLink(String key) {
        assertThat(site.open(Browsing.NOBODY, "/confirmation/" + key)).hasStatus(410);
        assertThat(site.send(Browsing.NOBODY, "/confirmation/" + key, "oui", "true"))
                .hasStatus(410);
        assertThat(site.open(Browsing.NOBODY, "/invitation/" + key)).hasStatus(410);
    }

    @Test
    void isAnsweredByTheCoordinatorOfItsTerritoryOnly() {
        var teacher = people.withoutRole();
        ask(teacher, "TEACHER", school);
        var toulouse =
                people.coordinator(territories.departement("09").orElseThrow().academie());
        var bordeaux =
                people.coordinator(territories.departement("33").orElseThrow().academie());
        var answer = REQUESTS + "/" + request(school);

        assertThat(site.page(bordeaux, REQUESTS).text()).doesNotContain(teacher.mail());
        assertThat(site.send(bordeaux, answer, "oui", "true")).hasStatus(403);
        assertThat(site.send(teacher, answer, "oui", "true")).hasStatus(403);
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isFalse();

        assertThat(site.send(toulouse, answer, "oui", "true")).hasStatus(302);
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isTrue();
        assertThat(site.send(toulouse, answer, "oui", "true")).hasStatus(404);
    }

    @Test
    void isAnsweredByTheHeadForTeachersOnly() {
        var head = people.head(school.uai());
        var otherHead = people.head(ASchool.lycee("Autre").add(sql).uai());
        var teacher = people.withoutRole();
        var rival = people.withoutRole();
        ask(teacher, "TEACHER", school);
        var toTeach = request(school);
        ask(rival, "SCHOOL_HEAD", school);

        assertThat(site.page(head, REQUESTS).text()).contains(teacher.mail()).doesNotContain(rival.mail());
        assertThat(site.send(otherHead, REQUESTS + "/" + toTeach, "oui", "true"))
                .hasStatus(403);
        assertThat(site.send(head, REQUESTS + "/" + toTeach, "oui", "true")).hasStatus(302);
        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isTrue();
        assertThat(site.send(head, REQUESTS + "/" + request(school), "oui", "true"))
                .hasStatus(403);
    }

    @Test
    void waitsForACoordinatorWhenTheSchoolHasNoAddress() {
        sql.sql("update territory.school set mail = null where uai = :uai")
                .param("uai", school.uai().value())
                .update();
        var teacher = people.withoutRole();

        ask(teacher, "TEACHER", school);

        assertThat(news.stream(StaffConfirmationAsked.class)).isEmpty();
        assertThat(request(school)).isNotNull();
    }

    @Test
    void takesTheSameRequestOnceAndLetsOneWithdrawIt() {
        var teacher = people.withoutRole();
        ask(teacher, "TEACHER", school);
        var again = site.send(teacher, PAGE, fields("TEACHER", school.uai().value()));
        assertThat(again).hasStatus(422);
        assertThat(news.stream(StaffConfirmationAsked.class)).hasSize(1);

        var request = request(school);
        assertThat(site.send(people.withoutRole(), PAGE + "/demandes/" + request + "/retrait"))
                .hasStatus(404);
        assertThat(site.send(teacher, PAGE + "/demandes/" + request + "/retrait"))
                .hasStatus(302);
        assertThat(site.open(Browsing.NOBODY, link())).hasStatus(410);
    }

    @Test
    void letsAConfirmedTeacherLeave() {
        var teacher = people.teacher(school.uai());

        site.send(
                teacher,
                PAGE + "/depart",
                "fonction",
                "TEACHER",
                "etablissement",
                school.uai().value());

        assertThat(holds(teacher, new Role.Teacher(school.uai()))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zzzzzz qqqqq", "\u0000", "9999999Z"})
    void asksAgainForASchoolItDoesNotKnow(String typed) {
        var answer = site.send(people.withoutRole(), PAGE, fields("TEACHER", typed));

        assertThat(answer).hasStatus(422);
        assertThat(Browsing.page(answer).select("#etablissement-erreur").text()).isNotBlank();
    }

    @Test
    void refusesAForgedFunctionAndGiants() {
        var someone = people.withoutRole();
        assertThat(site.send(someone, PAGE, fields("PILOT", school.uai().value())))
                .hasStatus(422);
        assertThat(site.send(someone, PAGE, fields("TEACHER", "x".repeat(10_000))))
                .hasStatus(422);
        assertThat(site.send(someone, PAGE, "nom", "x".repeat(10_000), "fonction", "TEACHER", "etablissement", "x"))
                .hasStatus(422);
        assertThat(site.send(someone, PAGE + "/depart", "fonction", "PILOT", "etablissement", "x"))
                .hasStatus(400);
    }

    private void ask(SignedIn who, String work, School where) {
        assertThat(site.send(who, PAGE, fields(work, where.uai().value()))).hasStatus(302);
    }

    private static String[] fields(String work, String where) {
        return new String[] {"nom", "Camille Bon", "fonction", work, "etablissement", where};
    }

    private String link() {
        return news.stream(StaffConfirmationAsked.class)
                .findFirst()
                .orElseThrow()
                .link()
                .replaceFirst("^https?://[^/]+", "");
    }

    private UUID request(School where) {
        return sql.sql("select id from account.staff_request where uai = :uai and state = 'PENDING'")
                .param("uai", where.uai().value())
                .query(UUID.class)
                .single();
    }

    private boolean holds(SignedIn who, Role role) {
        return roles.holds(who.id(), role);
    }
}
