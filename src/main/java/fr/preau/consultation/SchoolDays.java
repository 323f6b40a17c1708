package fr.preau.consultation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which day to propose for a half-day: one when schools of the mainland are surely open, whatever the year and the
/// zone. Holidays fall within these bounds; whoever prepares a session knows their own calendar and changes it.
final class SchoolDays {
    private static final Set<DayOfWeek> BUSY = EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY);

    /// First and last day on which one of the zones may be on holiday.
    private record Holidays(MonthDay first, MonthDay last) {
        boolean contain(LocalDate day) {
            var here = MonthDay.from(day);
            return first.isAfter(last)
                    ? !here.isBefore(first) || !here.isAfter(last)
                    : !here.isBefore(first) && !here.isAfter(last);
        }
    }

    private static final List<Holidays> ALL = List.of(
            new Holidays(MonthDay.of(10, 16), MonthDay.of(11, 5)),
            new Holidays(MonthDay.of(12, 18), MonthDay.of(1, 6)),
            new Holidays(MonthDay.of(2, 4), MonthDay.of(3, 12)),
            new Holidays(MonthDay.of(4, 2), MonthDay.of(5, 12)),
            new Holidays(MonthDay.of(7, 1), MonthDay.of(9, 6)));

    private SchoolDays() {}

    /// The first from this day on; the last not after `end` where there is none before it, and none at all otherwise.
    static LocalDate near(LocalDate day, LocalDate end) {
        var after = day;
        while (!isOne(after)) {
            after = after.plusDays(1);
        }
        var before = day;
        while (after.isAfter(end) && !isOne(before) && before.isAfter(day.minusDays(20))) {
            before = before.minusDays(1);
        }
        return after.isAfter(end) && isOne(before) && !before.isAfter(end) ? before : after;
    }

    static boolean isOne(LocalDate day) {
        return BUSY.contains(day.getDayOfWeek()) && ALL.stream().noneMatch(holidays -> holidays.contain(day));
    }
}
