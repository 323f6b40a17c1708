package fr.preau.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import fr.preau.event.EventFixtures;
import fr.preau.registration.Registration;
import fr.preau.retention.Retention;
import fr.preau.territory.ASchool;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jsoup.Jsoup;
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

/// What a closed list tells, to whom, and what it certifies.
@PreauTest
@RecordApplicationEvents
class ClosingTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private DoorFixtures door;

    @Autowired
    private TestPeople people;

    @Autowired
    private PresumedAttendance presumed;

    @Autowired
    private List<Retention> retentions;

    @Autowired
    private ApplicationEvents news;

    @Autowired
    private SettableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private EventFixtures.Published event;
    private SignedIn organiser;
    private String path;

    @BeforeEach
    void publish() {
        event = door.event(90);
        organiser = people.member(event.organisation());
        path = DoorFixtures.path(event);
    }

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void tellsWhatEachClassMetAndThanksThoseWhoCame() {
        var here = door.schoolClass(event, "2de 1", 28);
        var absent = door.schoolClass(event, "2de 2", 20);
        var pupil = door.pupil(event, "Zoé");
        var missing = door.pupil(event, "Tom");
        door.goInto(event);
        arrive(here, "eleves", "25", "adultes", "2");
        arrive(pupil);
        assertThat(post(path + "/cloture")).hasStatus(409);
        door.goAfter(event, Duration.ofHours(1));

        assertThat(post(path + "/cloture")).hasStatus3xxRedirection();
        assertThat(post(path + "/cloture")).hasStatus(409);

        assertThat(classes())
                .extracting(ClassAttended::registration, ClassAttended::pupils, ClassAttended::presumed)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(here.id(), 25, false),
                        org.assertj.core.groups.Tuple.tuple(absent.id(), 0, false));
        assertThat(closed()).containsExactly(new AttendanceClosed(event.id(), event.session(), false, 28));
        await().untilAsserted(() -> assertThat(thanked(pupil) + thanked(here)).isEqualTo(2));
        assertThat(thanked(missing) + thanked(absent)).isZero();
        assertThat(page(get(path)).select(".notice .tag").text()).isEqualTo("Appel clos");
    }

    @Test
    void takesEveryoneAsPresentWhenTheOrganiserSaysSo() {
        var pupil = door.pupil(event, "Zoé");
        door.pupil(event, "Tom");
        door.goAfter(event, Duration.ofHours(1));

        assertThat(page(get(path + "/cloture")).select("main").text()).contains("2 inscriptions ne sont pas notées");
        post(path + "/cloture", "tous", "oui");

        assertThat(closed()).containsExactly(new AttendanceClosed(event.id(), event.session(), false, 2));
        assertThat(page(anyone(pupil.path() + "/attestation")).select("button").text())
                .contains("Demander mon attestation");
    }

    @Test
    void presumesPastTheDelayAndShowsIt() {
        var group = door.schoolClass(event, "2de 1", 28);
        var pupil = door.pupil(event, "Zoé");
        door.goAfter(event, Duration.ofDays(6));
        presumed.closeAll();
        assertThat(closed()).isEmpty();
        door.goAfter(event, Duration.ofDays(7).plusHours(1));

        presumed.closeAll();
        presumed.closeAll();

        assertThat(closed()).containsExactly(new AttendanceClosed(event.id(), event.session(), true, 31));
        assertThat(classes())
                .extracting(ClassAttended::registration, ClassAttended::pupils, ClassAttended::presumed)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(group.id(), 28, true));
        assertThat(page(get(path)).select(".notice .tag").text()).isEqualTo("Présences supposées");
        assertThat(page(anyone(pupil.path() + "/attestation")).select(".empty").text())
                .contains("seulement supposée");
        assertThat(thanked(pupil)).isZero();
    }

    @Test
    void closesByItselfWithWhatWasCountedWhenSomethingWas() {
        var pupil = door.pupil(event, "Zoé");
        door.pupil(event, "Tom");
        door.goInto(event);
        arrive(pupil);
        door.goAfter(event, Duration.ofDays(8));

        presumed.closeAll();

        assertThat(closed()).containsExactly(new AttendanceClosed(event.id(), event.session(), false, 1));
    }

    @Test
    void correctsAfterTheClosingWithATraceThenNoMore() {
        var group = door.schoolClass(event, "2de 1", 28);
        door.goAfter(event, Duration.ofHours(1));
        post(path + "/cloture");

        arrive(group, "eleves", "24", "adultes", "2");

        assertThat(classes().getLast().pupils()).isEqualTo(24);
        assertThat(corrections()).isEqualTo(1);
        await().untilAsserted(() -> assertThat(thanked(group)).isEqualTo(1));
        door.goAfter(event, Duration.ofDays(9));
        assertThat(post(path + "/arrivees/" + group.id().value() + "/annulation"))
                .hasStatus3xxRedirection();
        assertThat(corrections()).isEqualTo(1);
    }

    @Test
    void certifiesThoseWhoWereSeenWithoutNamingThemAndWithdraws() {
        var pupil = door.pupil(event, "Zoé");
        door.goInto(event);
        assertThat(page(anyone(pupil.path() + "/attestation")).select(".empty").text())
                .contains("pas finie");
        arrive(pupil);
        door.goAfter(event, Duration.ofHours(1));

        assertThat(post(pupil.path() + "/attestation")).hasStatus3xxRedirection();
        assertThat(post(pupil.path() + "/attestation")).hasStatus3xxRedirection();
        var paper = page(anyone(pupil.path() + "/attestation"));
        var address = paper.select("a[href^=/attestations/]").attr("href");

        assertThat(paper.select(".who").text()).isEqualTo("Zoé");
        assertThat(paper.select(".address").text()).endsWith(address);
        var checked = anyone(address);
        assertThat(page(checked).select("h1").text()).isEqualTo("Attestation valide");
        assertThat(page(checked).html()).doesNotContain("Zoé").doesNotContain(pupil.key());
        assertThat(keptUntil(pupil))
                .isAfterOrEqualTo(
                        Certificates.endOfSchoolYear(door.session(event).end().toLocalDate()));
        assertThat(anyone("/attestations?code=" + address.substring(14).toLowerCase(java.util.Locale.ROOT)))
                .hasRedirectedUrl(address);

        post(path + "/arrivees/" + pupil.id().value() + "/annulation");
        assertThat(page(anyone(address)).select("h1").text()).isEqualTo("Attestation retirée");
        assertThat(page(anyone(pupil.path() + "/attestation")).select(".empty").text())
                .contains("n'a pas noté votre présence");
    }

    @Test
    void certifiesNobodyWhoWasNotSeen() {
        var pupil = door.pupil(event, "Tom");
        door.goAfter(event, Duration.ofHours(1));

        assertThat(post(pupil.path() + "/attestation")).hasStatus(409);
        assertThat(anyone("/attestations/" + HumanCode.random(Certificate.SIGNS).shown()))
                .hasStatus(404);
        assertThat(anyone("/attestations?code=abc")).hasStatus(422);
    }

    @Test
    void certifiesATeacherFromTheirSpace() {
        var school = ASchool.lycee("Lycée du Jour").in("Foix", "09000", "09").add(jdbc);
        var group = door.schoolClass(event, school.uai(), "2de 1", 28);
        var teacher = people.teacher(school.uai());
        jdbc.sql("update registration.registration set person_id = ? where id = ?")
                .param(teacher.id().value())
                .param(group.id().value())
                .update();
        door.goInto(event);
        arrive(group, "eleves", "26", "adultes", "2");
        door.goAfter(event, Duration.ofHours(1));

        var link = page(mvc.get().uri("/espace/classes").with(teacher).exchange())
                .select("a:contains(Mon attestation)")
                .attr("href");
        assertThat(link).isEqualTo(group.path() + "/attestation");
        post(link);
        assertThat(page(anyone(link)).select(".certificate").text())
                .contains("Mme Dupuis", "2de 1", "Lycée du Jour", "26 élèves présents");
    }

    @Test
    void printsASpeakersNameAndStoresItNowhere() {
        var name = "Intervenante " + UUID.randomUUID();
        assertThat(post(path + "/attestations", "nom", name)).hasStatus(409);
        door.goAfter(event, Duration.ofHours(1));
        var token = UUID.randomUUID().toString();

        assertThat(post(path + "/attestations", "nom", " ")).hasStatus(422);
        var paper = page(post(path + "/attestations", "nom", name, "jeton", token));
        var again = page(post(path + "/attestations", "nom", name, "jeton", token));

        assertThat(paper.select(".who").text()).isEqualTo(name);
        assertThat(again.select(".address").text())
                .isEqualTo(paper.select(".address").text());
        assertThat(jdbc.sql("select count(*)::int from attendance.certificate c where c::text like ?")
                        .param("%" + name + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void forgetsHoursAndGirlsAfterAMonthAndKeepsNumbers() {
        var group = door.schoolClass(event, "2de 1", 28);
        door.goInto(event);
        arrive(group, "eleves", "25", "filles", "12", "adultes", "2");
        door.goAfter(event, Duration.ofDays(31));
        var retention = retentions.stream()
                .filter(one -> one.code().equals("attendance-arrival"))
                .findFirst()
                .orElseThrow();

        assertThat(retention.due(clock.instant())).isPositive();
        while (retention.forget(clock.instant(), 1000) == 1000) {}

        assertThat(retention.due(clock.instant())).isZero();
        assertThat(jdbc.sql("""
                        select pupils, girls, extract(hour from since at time zone 'UTC')::int as hour
                        from attendance.arrival where registration_id = ?""").param(group.id().value()).query().singleRow())
                .containsEntry("pupils", 25)
                .containsEntry("girls", null)
                .containsEntry("hour", 0);
    }

    private List<ClassAttended> classes() {
        return news.stream(ClassAttended.class)
                .filter(one -> one.session().equals(event.session()))
                .toList();
    }

    private List<AttendanceClosed> closed() {
        return news.stream(AttendanceClosed.class)
                .filter(one -> one.session().equals(event.session()))
                .toList();
    }

    private int thanked(Registration registration) {
        return jdbc.sql("""
                        select count(*)::int from notification.message
                        where recipient = ? and kind = 'THANKS'""").param(registration.mail()).query(Integer.class).single();
    }

    private int corrections() {
        return jdbc.sql("select count(*)::int from attendance.correction where session_id = ?")
                .param(event.session().value())
                .query(Integer.class)
                .single();
    }

    private LocalDate keptUntil(Registration registration) {
        return jdbc.sql("select keep_until from registration.registration where id = ?")
                .param(registration.id().value())
                .query(LocalDate.class)
                .single();
    }

    private void arrive(Registration registration, String... fields) {
        assertThat(post(path + "/arrivees/" + registration.id().value(), fields))
                .hasStatus3xxRedirection();
    }

    private MvcTestResult anyone(String address) {
        return mvc.get().uri(address).exchange();
    }

    private MvcTestResult get(String address) {
        return mvc.get().uri(address).with(organiser).exchange();
    }

    private MvcTestResult post(String address, String... fields) {
        var request = mvc.post().uri(address).with(organiser).with(csrf());
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        if (!List.of(fields).contains("jeton")) {
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
