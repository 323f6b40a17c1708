package fr.preau.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Dates, hours and numbers in French words. Hours are those of the zone the value carries: an event of La Réunion is
/// shown in La Réunion's time.
public final class French {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.FRANCE);
    private static final Pattern VOWEL =
            Pattern.compile("[aeiouàâäéèêëîïôöùûüœæ]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.FRANCE);

    private French() {}

    /// « mercredi 3 décembre 2025 », and « 1er » on the first.
    public static String day(LocalDate date) {
        return first(DAY.format(date), date);
    }

    /// « mer. 3 déc. », where room is short.
    public static String shortDay(LocalDate date) {
        return first(SHORT_DAY.format(date), date);
    }

    /// « 14 h 30 », « 9 h », with no-break spaces: an hour is not cut at the end of a line.
    public static String hour(LocalTime time) {
        var hour = time.getHour() + "\u00a0h";
        return time.getMinute() == 0 ? hour : hour + (time.getMinute() < 10 ? "\u00a00" : "\u00a0") + time.getMinute();
    }

    /// « mercredi 3 décembre 2025 à 14 h 30 ».
    public static String moment(ZonedDateTime moment) {
        return "%s à %s".formatted(day(moment.toLocalDate()), hour(moment.toLocalTime()));
    }

    /// « mercredi 3 décembre 2025, de 14 h à 16 h 30 », « …, de 20 h à minuit », « du vendredi 4 décembre 2026 à 22 h
    /// au samedi 5 décembre 2026 à 2 h ».
    public static String span(ZonedDateTime start, ZonedDateTime end) {
        // Midnight belongs to the evening that ends then.
        return start.toLocalDate().equals(end.minusNanos(1).toLocalDate())
                ? "%s, de %s à %s"
                        .formatted(day(start.toLocalDate()), hour(start.toLocalTime()), ending(end.toLocalTime()))
                : "du %s à %s au %s à %s"
                        .formatted(
                                day(start.toLocalDate()),
                                hour(start.toLocalTime()),
                                day(end.toLocalDate()),
                                hour(end.toLocalTime()));
    }

    private static String ending(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "minuit" : hour(time);
    }

    /// « du lundi 7 au samedi 12 décembre 2026 », « du lundi 30 novembre au samedi 5 décembre 2026 »: what both days
    /// share is said once.
    public static String days(LocalDate first, LocalDate last) {
        var whole = day(first);
        var shared = first.getYear() != last.getYear() ? 0 : first.getMonth() == last.getMonth() ? 2 : 1;
        for (var i = 0; i < shared; i++) {
            whole = whole.substring(0, whole.lastIndexOf(' '));
        }
        return "du %s au %s".formatted(whole, day(last));
    }

    /// « 1 place », « 12 places », « 0 place »: in French the plural starts at two.
    public static String count(long number, String one, String many) {
        return "%s %s".formatted(number(number), number < 2 && number > -2 ? one : many);
    }

    /// « 10 000 », with the narrow no-break space that French typography asks for.
    public static String number(long number) {
        return number > -1000 && number < 1000 ? Long.toString(number) : String.format(Locale.FRANCE, "%,d", number);
    }

    /// « de Toulouse », « d'Aix-Marseille ».
    public static String of(String name) {
        return VOWEL.matcher(name).lookingAt() ? "d'" + name : "de " + name;
    }

    /// The words as a sentence starts: with a capital.
    public static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.FRANCE) + words.substring(1);
    }

    private static String first(String text, LocalDate date) {
        return date.getDayOfMonth() == 1 ? text.replaceFirst("\\b1\\b", "1er") : text;
    }

    /// The start of a long text, cut between two words.
    public static String start(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var space = text.lastIndexOf(' ', most);
        return text.substring(0, space > most / 2 ? space : most) + "…";
    }
}
