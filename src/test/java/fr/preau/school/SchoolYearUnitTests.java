package fr.preau.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolYearUnitTests {
    @ParameterizedTest
    @CsvSource({
        "2026-08-17,2026-2027",
        "2026-12-03,2026-2027",
        "2027-07-05,2026-2027",
        "2026-07-31,2025-2026",
        "2026-08-01,2026-2027"
    })
    void runsFromAugustToJuly(LocalDate day, String year) {
        assertThat(SchoolYear.of(day)).hasToString(year);
    }

    @Test
    void isKeptFiveYearsAfterItsOwn() {
        assertThat(SchoolYear.of(LocalDate.of(2026, 12, 3)).keptUntil()).isEqualTo("2032-07-31");
    }
}
