package fr.preau.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When reminders leave, by the clocks of each territory, around the nights that change them.
class AheadUnitTests {
    @ParameterizedTest
    @CsvSource({
        // Paris goes from UTC+1 to UTC+2 in the night to Sunday 29 March 2026.
        "Europe/Paris,     2026-03-28T14:00, 2026-03-21T07:00:00Z, 2026-03-27T07:00:00Z",
        "Europe/Paris,     2026-03-29T14:00, 2026-03-22T07:00:00Z, 2026-03-28T07:00:00Z",
        "Europe/Paris,     2026-03-30T09:00, 2026-03-23T07:00:00Z, 2026-03-29T06:00:00Z",
        // And back in the night to Sunday 25 October 2026, which lasts 25 hours.
        "Europe/Paris,     2026-10-25T14:00, 2026-10-18T06:00:00Z, 2026-10-24T06:00:00Z",
        "Europe/Paris,     2026-10-26T00:15, 2026-10-19T06:00:00Z, 2026-10-25T07:00:00Z",
        "Europe/Paris,     2026-10-26T23:45, 2026-10-19T06:00:00Z, 2026-10-25T07:00:00Z",
        // These never change: UTC+4, UTC-10, UTC+11.
        "Indian/Reunion,   2026-03-29T09:00, 2026-03-22T04:00:00Z, 2026-03-28T04:00:00Z",
        "Pacific/Tahiti,   2026-03-29T14:00, 2026-03-22T18:00:00Z, 2026-03-28T18:00:00Z",
        "Pacific/Noumea,   2026-10-26T08:00, 2026-10-18T21:00:00Z, 2026-10-24T21:00:00Z",
        // Saint-Pierre-et-Miquelon follows North America: its spring comes on 8 March.
        "America/Miquelon, 2026-03-09T10:00, 2026-03-02T11:00:00Z, 2026-03-08T10:00:00Z",
    })
    void leavesAtEightOfTheRightDayThere(ZoneId zone, LocalDateTime start, Instant week, Instant eve) {
        assertThat(Ahead.WEEK.due(start.atZone(zone))).isEqualTo(week);
        assertThat(Ahead.EVE.due(start.atZone(zone))).isEqualTo(eve);
    }

    @Test
    void isNeverEarlierThanEightNorOnAnotherDay() {
        var seed = System.nanoTime();
        System.out.println("seed of AheadUnitTests: " + seed);
        var random = new Random(seed);
        var zones = List.of(
                "Europe/Paris",
                "Indian/Reunion",
                "Pacific/Tahiti",
                "Pacific/Noumea",
                "America/Miquelon",
                "Indian/Mayotte");
        for (var draw = 0; draw < 2_000; draw++) {
            var zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            var start = Instant.parse("2026-01-01T00:00:00Z")
                    .plus(Duration.ofMinutes(random.nextInt(3 * 366 * 24 * 60)))
                    .atZone(zone);

            for (var ahead : Ahead.values()) {
                var due = ahead.due(start).atZone(zone);
                assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(8, 0));
                assertThat(due.toLocalDate()).isEqualTo(start.toLocalDate().minusDays(ahead == Ahead.WEEK ? 7 : 1));
                assertThat(ahead.isDue(start, due.toInstant().minusSeconds(1))).isFalse();
                assertThat(ahead.isDue(start, due.toInstant())).isTrue();
                assertThat(ahead.isDue(start, ahead.useless(start))).isFalse();
            }
            assertThat(Ahead.WEEK.useless(start)).isBefore(Ahead.EVE.due(start));
        }
    }
}
