package fr.preau.school;

import java.time.LocalDate;
import java.time.Month;
import java.util.regex.Pattern;

/// « 2026-2027 »: from August, when the first overseas schools open, to July.
record SchoolYear(int first) {
    /// The school years a record is kept after its own: pupils of 3e then have left the lycée.
    private static final int KEPT = 5;

    private static final Pattern SHAPE = Pattern.compile("(\\d{4})-(\\d{4})");

    static SchoolYear of(LocalDate day) {
        return new SchoolYear(day.getMonth().compareTo(Month.AUGUST) >= 0 ? day.getYear() : day.getYear() - 1);
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    LocalDate keptUntil() {
        return LocalDate.of(first + 1 + KEPT, Month.JULY, 31);
    }

    @Override
    public String toString() {
        return "%d-%d".formatted(first, first + 1);
    }
}
