package fr.preau.school;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.account.Browsing;
import fr.preau.account.SignedIn;
import fr.preau.attendance.ClassAttended;
import fr.preau.event.Audience;
import fr.preau.event.EventFixtures;
import fr.preau.registration.Registration;
import fr.preau.territory.School;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@PreauTest
class OrientationTests {
    private OrientationKeeper keeper;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SchoolGround ground;

    @Autowired
    private OrientationRepository record;

    @Autowired
    private OrientationRetention retention;

    @Autowired
    private ApplicationEventPublisher news;

    @Autowired
    private TransactionTemplate transaction;

    private Browsing site;
    private School school;
    private SignedIn teacher;
    private String book;

    /// Itself, not the proxy that hears news on another thread.
    @Autowired
    void unwrap(OrientationKeeper proxied) {
        keeper = AopTestUtils.getTargetObject(proxied);
    }

    @BeforeEach
    void settle() {
        site = new Browsing(mvc);
        school = ground.school();
        teacher = ground.teacher(school);
        book = "/espace/etablissement/" + school.uai() + "/orientation";
    }

    @Test
    void hearsThatAClassMetAnEvent() {
        var event = ground.event("Robots", 1).now();
        var news = attended(ground.book(school, event, "2de 4"), event, 24, true);

        transaction.executeWithoutResult(_ -> this.news.publishEvent(news));

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(record.find(school.uai(), news.registration()))
                        .isPresent());
    }

    @Test
    void keepsWhatIsKnownOfTheMeetingAndNamesNobody() throws Exception {
        var event = ground.event("Robots", 1)
                .speaker("Inès Garonne", "ingénieure en robotique")
                .now();
        keeper.on(attended(ground.book(school, event, "2de 4"), event, 24, true));

        var page = site.page(teacher, book).select("main").text();

        assertThat(page)
                .contains("2de 4", "Robots", "Atelier pratique", "Association du test", "ingénieure en robotique")
                .contains("24", "présumés")
                .doesNotContain("Inès", "Garonne", "Dupuis");
        assertThat(csv(teacher)).contains("2de 4;2de;", ";24;oui;").doesNotContain("Inès", "Dupuis");
        assertThat(site.page(teacher, book + "/liste").text()).contains("24 élèves (présumés)");
    }

    @Test
    void isOneLineHoweverOftenHeardAndSaysTheLastNumber() {
        var event = ground.event("Robots", 1).now();
        var booking = ground.book(school, event, "2de 4");

        keeper.on(attended(booking, event, 24, true));
        write(booking, "Une idée.", 0);
        keeper.on(attended(booking, event, 21, false));
        keeper.on(attended(booking, event, 21, false));

        var kept = record.find(school.uai(), booking.id()).orElseThrow();
        assertThat(kept.line().attendance()).isEqualTo(new OrientationLine.Attendance(21, false));
        assertThat(kept.sentence()).isEqualTo("Une idée.");
        assertThat(record.totals(all(kept.line().year().toString())).meetings()).isEqualTo(1);
    }

    @Test
    void holdsNoLineWhenNobodyCame() {
        var event = ground.event("Robots", 1).now();
        var booking = ground.book(school, event, "2de 4");

        keeper.on(attended(booking, event, 24, true));
        keeper.on(attended(booking, event, 0, false));

        assertThat(record.find(school.uai(), booking.id())).isEmpty();
    }

    @Test
    void isReadByThoseWhoWorkThereOnly() {
        var event = ground.event("Robots", 1).now();
        var booking = ground.book(school, event, "2de 4");
        keeper.on(attended(booking, event, 24, true));
        var neighbour = ground.school();
        var elsewhere = ground.head(neighbour);

        assertThat(site.open(ground.head(school), book)).hasStatusOk();
        assertThat(site.open(elsewhere, book)).hasStatus(403);
        assertThat(site.open(elsewhere, book + ".csv")).hasStatus(403);
        // Nor by the way of their own school.
        var there = "/espace/etablissement/%s/orientation/%s"
                .formatted(neighbour.uai(), booking.id().value());
        assertThat(site.open(elsewhere, there)).hasStatus(404);
        assertThat(site.send(elsewhere, there, "garde", "x", "version", "0")).hasStatus(404);
    }

    @Test
    void neverOverwritesWhatAColleagueWroteMeanwhile() {
        var event = ground.event("Robots", 1).now();
        var booking = ground.book(school, event, "2de 4");
        keeper.on(attended(booking, event, 24, false));
        write(booking, "La première.", 0);

        var late = site.send(teacher, path(booking), "garde", "La seconde.", "version", "0");

        assertThat(late).hasStatus(409);
        var page = Browsing.page(late);
        assertThat(page.select("#erreurs").text()).contains("La première.");
        assertThat(page.select("#garde").text()).isEqualTo("La seconde.");
        write(
                booking,
                "La seconde.",
                Integer.parseInt(page.select("input[name=version]").val()));
        assertThat(site.send(teacher, path(booking), "garde", "x".repeat(501), "version", "2"))
                .hasStatus(422);
    }

    @Test
    void filtersByYearAndClassAndShowsTwentyAtATime() {
        for (var number = 0; number < 23; number++) {
            record.write(line(LocalDate.of(2025, 12, 2), "2de " + number % 2));
        }
        record.write(line(LocalDate.of(2024, 12, 3), "3e A"));

        assertThat(site.page(teacher, book).select("tbody tr")).hasSize(20);
        assertThat(site.page(teacher, book + "?page=2").select("tbody tr")).hasSize(3);
        assertThat(site.page(teacher, book + "?annee=2025-2026&classe=2de 1").select("tbody tr"))
                .hasSize(11);
        assertThat(site.page(teacher, book + "?annee=2024-2025").select("tbody tr"))
                .hasSize(1);
        assertThat(site.page(teacher, book + "?annee=2024-2025&classe=2de 1").select(".empty"))
                .hasSize(1);
        assertThat(site.page(teacher, book + "/liste").select(".meeting")).hasSize(23);
        assertThat(site.page(teacher, book + "/liste").select("h2").eachText()).isEqualTo(List.of("2de 0", "2de 1"));
    }

    @Test
    void exportsWordsNeverFormulas() throws Exception {
        record.write(line(LocalDate.of(2025, 12, 2), "=1+1"));

        assertThat(csv(teacher)).contains("'=1+1").doesNotContain(";=1");
    }

    @Test
    void isForgottenFiveSchoolYearsAfterItsOwn() {
        var line = line(LocalDate.of(2025, 12, 2), "2de 1");
        record.write(line);
        var last = LocalDate.of(2031, 7, 31).atTime(12, 0).toInstant(ZoneOffset.UTC);

        retention.forget(last, 1000);
        assertThat(record.find(school.uai(), line.registration())).isPresent();
        assertThat(retention.due(last.plusSeconds(86_400))).isPositive();
        retention.forget(last.plusSeconds(86_400), 1000);
        assertThat(record.find(school.uai(), line.registration())).isEmpty();
    }

    private OrientationLine line(LocalDate day, String className) {
        return new OrientationLine(
                new fr.preau.registration.RegistrationId(UUID.randomUUID()),
                school.uai(),
                new OrientationLine.SchoolClass(className, Audience.SECONDE),
                new OrientationLine.Met(
                        new fr.preau.event.EventId(UUID.randomUUID()), "Robots", "Atelier", "Robots & Cie", "", day),
                new OrientationLine.Attendance(24, false));
    }

    private OrientationRepository.Part all(String year) {
        return new OrientationRepository.Part(school.uai(), year, "");
    }

    private ClassAttended attended(Registration booking, EventFixtures.Published event, int pupils, boolean presumed) {
        return new ClassAttended(
                booking.id(), event.id(), event.session(), school.uai(), "2de 4", Audience.SECONDE, pupils, presumed);
    }

    private void write(Registration booking, String sentence, int version) {
        assertThat(site.send(teacher, path(booking), "garde", sentence, "version", Integer.toString(version)))
                .hasStatus(302);
    }

    private String path(Registration booking) {
        return book + "/" + booking.id().value();
    }

    private String csv(SignedIn who) throws Exception {
        return site.open(who, book + ".csv").getResponse().getContentAsString();
    }
}
