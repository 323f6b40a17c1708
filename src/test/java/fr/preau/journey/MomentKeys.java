package fr.preau.journey;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The keys that write a date, an hour or both in a browser's field: `value` is the field's own writing (ISO 8601).
final class MomentKeys {
    private MomentKeys() {}

    static String inFrench(String value) {
        return keys(value, "ddMMyyyy", "HHmm");
    }

    static String inEnglish(String value) {
        return keys(value, "MMddyyyy", "hhmma");
    }

    /// A year may have six figures: an arrow leaves it.
    private static String keys(String value, String day, String hour) {
        if (value.contains("T")) {
            var moment = LocalDateTime.parse(value);
            return format(moment.toLocalDate(), day) + "\t" + format(moment.toLocalTime(), hour);
        }
        return value.contains(":") ? format(LocalTime.parse(value), hour) : format(LocalDate.parse(value), day);
    }

    private static String format(java.time.temporal.TemporalAccessor moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);
    }
}
