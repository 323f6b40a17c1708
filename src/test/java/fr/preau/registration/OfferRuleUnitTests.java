package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.event.EventId;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.programme.Edition;
import fr.preau.programme.EditionId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How long an offer holds its seats.
class OfferRuleUnitTests {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");

    @Test
    void holdsForTheEditionSDelayLongBefore() {
        assertThat(deadline(Duration.ofDays(10), 24)).isEqualTo("2026-12-02T10:00:00Z");
        assertThat(deadline(Duration.ofDays(30), 48)).isEqualTo("2026-12-03T10:00:00Z");
    }

    @Test
    void shortensToAQuarterOfTheTimeLeftAsTheDateNears() {
        assertThat(deadline(Duration.ofHours(36), 24)).isEqualTo("2026-12-01T19:00:00Z");
        assertThat(deadline(Duration.ofHours(8), 24)).isEqualTo("2026-12-01T12:00:00Z");
    }

    @Test
    void leavesHalfAnHourAtLeastButNeverPastTheStart() {
        assertThat(deadline(Duration.ofHours(1), 24)).isEqualTo("2026-12-01T10:30:00Z");
        assertThat(deadline(Duration.ofMinutes(20), 24)).isEqualTo("2026-12-01T10:20:00Z");
    }

    /// Eleven in the morning in Paris, in all of these.
    @Test
    void endsAtNineInTheMorningRatherThanInTheNight() {
        assertThat(deadline(Duration.ofHours(44).minusMinutes(4), 24))
                .as("a minute before ten in the evening")
                .isEqualTo("2026-12-01T20:59:00Z");
        assertThat(deadline(Duration.ofHours(44), 24)).as("at ten").isEqualTo("2026-12-02T08:00:00Z");
        assertThat(deadline(Duration.ofDays(10), 19)).as("at six").isEqualTo("2026-12-02T08:00:00Z");
        assertThat(deadline(Duration.ofDays(10), 20)).as("at seven").isEqualTo("2026-12-02T06:00:00Z");
    }

    @Test
    void leavesTimeToWakeUpToAnOfferMadeInTheNight() {
        var eveningOfTheFirst = Instant.parse("2026-12-01T22:30:00Z");
        assertThat(QuietHours.past(eveningOfTheFirst, eveningOfTheFirst.plusSeconds(1800), PARIS))
                .isEqualTo("2026-12-02T08:00:00Z");
        var beforeSeven = Instant.parse("2026-12-02T05:45:00Z");
        assertThat(QuietHours.past(beforeSeven, beforeSeven.plusSeconds(1800), PARIS))
                .isEqualTo("2026-12-02T08:00:00Z");
        var afterSeven = Instant.parse("2026-12-02T06:15:00Z");
        assertThat(QuietHours.past(afterSeven, afterSeven.plusSeconds(1800), PARIS))
                .isEqualTo("2026-12-02T06:45:00Z");
        assertThat(QuietHours.past(eveningOfTheFirst, Instant.parse("2026-12-02T14:00:00Z"), PARIS))
                .as("a whole day to answer")
                .isEqualTo("2026-12-02T14:00:00Z");
        assertThat(QuietHours.past(eveningOfTheFirst, eveningOfTheFirst.plusSeconds(1800), ZoneId.of("Indian/Reunion")))
                .as("half past two in the night there")
                .isEqualTo("2026-12-02T05:00:00Z");
    }

    @Test
    void neverHoldsSeatsPastTheListForANightSSleep() {
        var night = Instant.parse("2026-12-01T22:30:00Z");
        var offering = offering(night, Duration.ofHours(20), 24, NOW.plus(Duration.ofDays(60)));
        assertThat(OfferRule.deadline(offering)).as("it begins at seven").isEqualTo("2026-12-02T06:00:00Z");
    }

    @Test
    void stopsWhenRegistrationsClose() {
        var offering = offering(NOW, Duration.ofDays(10), 24, NOW.plus(Duration.ofHours(2)));
        assertThat(OfferRule.deadline(offering)).isEqualTo("2026-12-01T10:30:00Z");
        assertThat(OfferRule.NEVER_PAST_THE_LIST.latest(offering)).isEqualTo("2026-12-01T12:00:00Z");
    }

    @Test
    void saysWholeMinutes() {
        var offering = offering(NOW.plusSeconds(42), Duration.ofDays(10), 24, NOW.plus(Duration.ofDays(30)));
        assertThat(OfferRule.deadline(offering)).isEqualTo("2026-12-02T10:00:00Z");
    }

    @Test
    void eachRuleIsOnlyABound() {
        var offering = offering(NOW, Duration.ofDays(2), 24, NOW.plus(Duration.ofDays(30)));
        assertThat(OfferRule.THE_EDITION_S_DELAY.latest(offering)).isEqualTo("2026-12-02T10:00:00Z");
        assertThat(OfferRule.A_QUARTER_OF_THE_TIME_LEFT.latest(offering)).isEqualTo("2026-12-01T22:00:00Z");
        assertThat(OfferRule.NEVER_PAST_THE_LIST.latest(offering)).isEqualTo("2026-12-03T10:00:00Z");
    }

    private static Instant deadline(Duration ahead, int hours) {
        return OfferRule.deadline(offering(NOW, ahead, hours, NOW.plus(Duration.ofDays(60))));
    }

    private static OfferRule.Offering offering(Instant now, Duration ahead, int hours, Instant close) {
        var start = NOW.plus(ahead).atZone(PARIS);
        var session = new PublishedSession(
                new SessionId(UUID.randomUUID()),
                new EventId(UUID.randomUUID()),
                start,
                start.plusHours(2),
                10,
                0,
                10,
                0,
                false);
        var edition = new Edition(
                new EditionId(UUID.randomUUID()),
                "Semaine",
                LocalDate.of(2026, 12, 1),
                LocalDate.of(2026, 12, 14),
                Instant.EPOCH,
                close,
                Instant.EPOCH,
                close,
                "2026-2027",
                Edition.LETTER_KINDS,
                List.of(),
                true,
                hours,
                false);
        return new OfferRule.Offering(now, session, edition);
    }
}
