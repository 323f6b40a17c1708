package fr.preau.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SchoolDaysUnitTests {
    @Test
    void proposesNeitherHolidaysNorWeekendsOnAnyDayOfTenYears() {
        for (var day = LocalDate.of(2026, 1, 1); day.getYear() < 2036; day = day.plusDays(1)) {
            var proposed = SchoolDays.near(day, LocalDate.of(2199, 12, 31));

            assertThat(SchoolDays.isOne(proposed)).isTrue();
            assertThat(proposed.getDayOfWeek()).isIn(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);
            assertThat(proposed).isBetween(day, day.plusDays(75));
        }
    }

    @Test
    void avoidsTheHolidaysOfTheYearsAsTheyWerePublished() {
        for (var holiday : new String[] {
            "2026-10-21",
            "2026-12-22",
            "2027-01-01",
            "2027-02-09",
            "2027-02-24",
            "2027-03-03",
            "2027-04-06",
            "2027-04-28",
            "2027-07-14"
        }) {
            assertThat(SchoolDays.isOne(LocalDate.parse(holiday))).as(holiday).isFalse();
        }
    }

    @Test
    void staysInsideTheCollectionWhereItCan() {
        var end = LocalDate.of(2026, 12, 20);

        assertThat(SchoolDays.near(LocalDate.of(2026, 12, 30), end)).isEqualTo(LocalDate.of(2026, 12, 17));
    }
}
