package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import fr.preau.event.CalendarFile;
import fr.preau.event.Events;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionFixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What the clocks of the place say, from Polynesia to New Caledonia, and the two nights of 2026 when Paris moves its
/// own.
@PreauTest
class ClockTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Ground ground;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Events events;

    @Autowired
    private EditionFixtures editions;

    @Autowired
    private CalendarFile calendars;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        // Summer time begins at two in the morning of Sunday 29 March: from 1 h to 4 h, two hours.
        "75,  2026-03-29, 01:00, 04:00, 2026-03-29T00:00:00Z, 2026-03-29T02:00:00Z, dimanche 29 mars 2026",
        "75,  2026-03-28, 22:00, 23:30, 2026-03-28T21:00:00Z, 2026-03-28T22:30:00Z, samedi 28 mars 2026",
        "75,  2026-03-29, 14:00, 16:00, 2026-03-29T12:00:00Z, 2026-03-29T14:00:00Z, dimanche 29 mars 2026",
        // It ends at three in the morning of Sunday 25 October: from 1 h to 4 h, four hours.
        "75,  2026-10-25, 01:00, 04:00, 2026-10-24T23:00:00Z, 2026-10-25T03:00:00Z, dimanche 25 octobre 2026",
        "75,  2026-10-25, 14:00, 16:00, 2026-10-25T13:00:00Z, 2026-10-25T15:00:00Z, dimanche 25 octobre 2026",
        "974, 2026-03-29, 02:30, 03:30, 2026-03-28T22:30:00Z, 2026-03-28T23:30:00Z, dimanche 29 mars 2026",
        "987, 2026-03-29, 14:00, 16:00, 2026-03-30T00:00:00Z, 2026-03-30T02:00:00Z, dimanche 29 mars 2026",
        "988, 2026-10-25, 08:00, 10:00, 2026-10-24T21:00:00Z, 2026-10-24T23:00:00Z, dimanche 25 octobre 2026",
    })
    void saysTheDayAndHourOfThePlaceAndBeginsThen(
            String departement, LocalDate day, String start, String end, Instant from, Instant to, String words)
            throws Exception {
        clock.setTo(from.minus(Duration.ofDays(3)));
        var sitting = ground.sitting(ground.event()
                .at("Chef-lieu", departement, null)
                .on(day, start, end)
                .seats(20));
        var held = take(sitting, Ground.adult(2));
        var session = ground.now(sitting);

        assertThat(session.start().toInstant()).isEqualTo(from);
        assertThat(session.end().toInstant()).isEqualTo(to);
        var event = events.find(sitting.event()).orElseThrow();
        assertThat(calendars.of(
                        event,
                        event.sessions().getFirst(),
                        new CalendarFile.Reader("inscription-1", CalendarFile.Method.PUBLISH, 1)))
                .contains("DTSTART:" + basic(from), "DTEND:" + basic(to))
                .doesNotContain("TZID");
        assertThat(page("/evenements/" + sitting.event().value()).select("main").text())
                .containsIgnoringCase(words)
                .contains("de %d h".formatted(Integer.parseInt(start.substring(0, 2))));

        clock.setTo(from.minusSeconds(30));
        assertThat(registrations.register(sitting.asks(Ground.pupil("Léa")))).isInstanceOf(Outcome.Confirmed.class);
        assertThat(page(held.path()).select("main").text()).contains("Annuler l'inscription");
        clock.setTo(from);
        assertThat(registrations.register(sitting.asks(Ground.pupil("Noé")))).isInstanceOf(Outcome.Refused.class);
        assertThat(page(held.path()).select("main").text()).doesNotContain("Annuler l'inscription");
        clock.setTo(to.minusSeconds(30));
        assertThat(page(held.path()).select("main").text()).doesNotContain("C'est passé");
        clock.setTo(to.plusSeconds(1));
        assertThat(page(held.path()).select("main").text()).contains("C'est passé");
        assertThat(page("/evenements/" + sitting.event().value()).select("main").text())
                .contains("Cet événement est passé");
    }

    /// Windows are instants, typed on the clocks of Paris: half past midnight there is still the day before in
    /// Polynesia.
    @ParameterizedTest
    @CsvSource({
        "75,  dimanche 29 mars 2026",
        "974, dimanche 29 mars 2026",
        "987, samedi 28 mars 2026",
    })
    void opensEverywhereAtTheSameInstant(String departement, String day) {
        var opening = Instant.parse("2026-03-28T23:30:00Z");
        clock.setTo(opening.minusSeconds(60));
        var sitting = ground.sitting(ground.event()
                .in(edition(opening, opening.plus(Duration.ofDays(7))))
                .at("Chef-lieu", departement, null)
                .on(LocalDate.of(2026, 4, 2), "14:00", "16:00")
                .seats(20));

        assertThat(registrations.register(sitting.asks(Ground.pupil("Léa"))))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains(day));
        clock.setTo(opening);
        assertThat(registrations.register(sitting.asks(Ground.pupil("Léa")))).isInstanceOf(Outcome.Confirmed.class);
    }

    @Test
    void closesEverywhereAtTheSameInstant() {
        var closing = Instant.parse("2026-10-25T01:30:00Z");
        clock.setTo(closing.minusSeconds(60));
        var sitting = ground.sitting(ground.event()
                .in(edition(closing.minus(Duration.ofDays(7)), closing))
                .at("Nouméa", "988", null)
                .on(LocalDate.of(2026, 11, 2), "14:00", "16:00")
                .seats(20));

        assertThat(registrations.register(sitting.asks(Ground.pupil("Léa")))).isInstanceOf(Outcome.Confirmed.class);
        clock.setTo(closing);
        assertThat(registrations.register(sitting.asks(Ground.pupil("Noé")))).isInstanceOf(Outcome.Refused.class);
    }

    private Edition edition(Instant opens, Instant closes) {
        var base = editions.around(editions.today());
        return editions.create(new Edition(
                base.id(),
                base.name(),
                base.firstDay(),
                base.lastDay(),
                base.submissionsOpen(),
                base.submissionsClose(),
                opens,
                closes,
                base.schoolYear(),
                base.kinds(),
                base.partners(),
                base.delegated(),
                base.offerHours(),
                base.waitingRoom()));
    }

    private Registration take(Ground.Sitting sitting, Registrant registrant) {
        return ((Outcome.Confirmed) registrations.register(sitting.asks(registrant))).registration();
    }

    private Document page(String address) {
        return RegistrationForms.page(mvc.get().uri(address).exchange());
    }

    private static String basic(Instant moment) {
        return moment.toString().replaceAll("[-:]", "");
    }
}
