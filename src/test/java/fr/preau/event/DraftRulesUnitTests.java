package fr.preau.event;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.event.Outcome.Problem;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import fr.preau.territory.Territories;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DraftRulesUnitTests {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final DraftRules rules =
            new DraftRules(new Territories(), Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC));

    @Test
    void findsNothingMissingInACompleteEvent() {
        assertThat(missing(AContent.complete())).isEmpty();
    }

    @Test
    void refusesAnEndBeforeItsStart() {
        assertThat(missing(session("16:00", "14:00"))).containsExactly("sessions[0].end");
        assertThat(missing(session("16:00", "16:00"))).containsExactly("sessions[0].end");
    }

    @Test
    void endsTheNextDayUntilNoon() {
        assertThat(missing(session("20:00", "00:00"))).isEmpty();
        assertThat(missing(session("22:00", "02:00"))).isEmpty();
        assertThat(missing(session("20:00", "12:00"))).isEmpty();
        assertThat(missing(session("20:00", "12:01"))).containsExactly("sessions[0].end");
        assertThat(missing(session("00:00", "00:00"))).containsExactly("sessions[0].end");
    }

    @Test
    void refusesAnEndThatTheClocksSkipTheNextDay() {
        var eve = LocalDate.of(2026, 3, 28);

        assertThat(missing(AContent.complete().sessions(AContent.slot(eve, "22:00", "02:30", 30, 20))))
                .containsExactly("sessions[0].end");
        assertThat(missing(AContent.complete().sessions(AContent.slot(eve, "22:00", "03:00", 30, 20))))
                .isEmpty();
    }

    @Test
    void countsTheHoursOfANightWhoseClocksChange() {
        var spring = AContent.slot(LocalDate.of(2026, 3, 28), "22:00", "06:00", 30, 20);
        var autumn = AContent.slot(LocalDate.of(2026, 10, 24), "22:00", "06:00", 30, 20);

        assertThat(Duration.between(spring.startIn(PARIS), spring.endIn(PARIS))).hasHours(7);
        assertThat(Duration.between(autumn.startIn(PARIS), autumn.endIn(PARIS))).hasHours(9);
    }

    @Test
    void refusesAPastDay() {
        assertThat(missing(AContent.complete()
                        .sessions(AContent.slot(LocalDate.of(2026, 2, 28), "14:00", "16:00", 30, 20))))
                .containsExactly("sessions[0].day");
    }

    @Test
    void refusesAnHourThatTheClocksSkip() {
        var spring = LocalDate.of(2026, 3, 29);

        assertThat(missing(AContent.complete().sessions(AContent.slot(spring, "02:30", "04:00", 30, 20))))
                .containsExactly("sessions[0].start");
    }

    @Test
    void acceptsTheHourThatComesTwice() {
        var autumn = LocalDate.of(2026, 10, 25);

        assertThat(missing(AContent.complete().sessions(AContent.slot(autumn, "02:15", "02:45", 30, 20))))
                .isEmpty();
    }

    @Test
    void refusesNoSeatNegativeSeatsAndMoreClassSeatsThanSeats() {
        assertThat(missing(seats(0, 0))).containsExactly("sessions[0].capacity");
        assertThat(missing(seats(-1, 0))).containsExactly("sessions[0].capacity");
        assertThat(missing(seats(10_001, 0))).containsExactly("sessions[0].capacity");
        assertThat(missing(seats(30, 31))).containsExactly("sessions[0].classSeats");
        assertThat(missing(seats(30, -1))).containsExactly("sessions[0].classSeats");
    }

    @Test
    void opensEverySeatToClassesWhenNothingIsSaidOfThem() {
        var slot = AContent.slot(AContent.DAY, "14:00", "16:00", 30, null);

        assertThat(missing(AContent.complete().sessions(slot))).isEmpty();
        assertThat(slot.seatsForClasses()).isEqualTo(30);
    }

    @Test
    void asksForAPlaceALinkOrDepartements() {
        assertThat(missing(AContent.complete().at(null))).containsExactly("school");
        assertThat(missing(AContent.complete().format(Format.ONLINE).at(null))).containsExactly("link");
        assertThat(missing(AContent.complete().format(Format.HYBRID))).containsExactly("link");
        assertThat(missing(AContent.complete().format(Format.AT_SCHOOL).at(null)))
                .containsExactly("offeredIn");
        assertThat(missing(AContent.complete().format(Format.AT_SCHOOL).at(null).offeredIn("09", "31")))
                .isEmpty();
    }

    @Test
    void refusesDepartementsThatDoNotShareTheirHour() {
        assertThat(missing(AContent.complete().format(Format.AT_SCHOOL).at(null).offeredIn("09", "974")))
                .containsExactly("offeredIn");
    }

    @Test
    void asksForALevelWhenTheOrganiserComesToClasses() {
        assertThat(missing(AContent.complete()
                        .format(Format.AT_SCHOOL)
                        .at(null)
                        .offeredIn("09")
                        .forAudience(Audience.PARENTS)))
                .containsExactly("audience");
    }

    @Test
    void refusesABadMailAndABadLink() {
        assertThat(missing(AContent.complete().contact("Camille", "camille"))).containsExactly("contactMail");
        assertThat(missing(AContent.complete().link("javascript:alert(1)"))).containsExactly("link");
    }

    @Test
    void keepsASessionAlreadyOverWhereItWas() {
        var slot = AContent.slot(LocalDate.of(2026, 2, 28), "14:00", "16:00", 30, 20);
        var live = new PublishedSession(
                new SessionId(slot.id()),
                new EventId(UUID.randomUUID()),
                slot.startIn(PARIS),
                slot.endIn(PARIS),
                30,
                20,
                0,
                0,
                false);

        assertThat(rules.missing(AContent.complete().sessions(slot).build(), edition(), List.of(live)))
                .isEmpty();
    }

    private static AContent session(String start, String end) {
        return AContent.complete().sessions(AContent.slot(AContent.DAY, start, end, 30, 20));
    }

    private static AContent seats(int capacity, int classes) {
        return AContent.complete().sessions(AContent.slot(AContent.DAY, "14:00", "16:00", capacity, classes));
    }

    private List<String> missing(AContent content) {
        return rules.missing(content.build(), edition(), List.of()).stream()
                .map(Problem::field)
                .toList();
    }

    private static Edition edition() {
        return new Edition(
                new EditionId(UUID.randomUUID()),
                "Semaine",
                AContent.DAY,
                AContent.DAY,
                Instant.EPOCH,
                Instant.MAX,
                Instant.EPOCH,
                Instant.MAX,
                "2026-2027",
                Edition.LETTER_KINDS,
                List.of(),
                true,
                Edition.OFFER_HOURS,
                false);
    }
}
