package fr.preau.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EditionsUnitTests {
    private static final Instant MIDNIGHT = Instant.parse("2026-12-19T23:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-12-19T17:00:00Z");

    @Test
    void closesAtMidnightOnTheLastWholeDay() {
        assertThat(Editions.until(MIDNIGHT)).isEqualTo("samedi 19 décembre 2026");
    }

    @Test
    void opensAtMidnightOnTheFirstWholeDay() {
        assertThat(Editions.from(MIDNIGHT)).isEqualTo("dimanche 20 décembre 2026");
    }

    @Test
    void saysAnotherHour() {
        assertThat(Editions.until(EVENING))
                .isEqualTo("samedi 19 décembre 2026 à 18\u00a0h (heure de Paris)")
                .isEqualTo(Editions.from(EVENING));
    }
}
