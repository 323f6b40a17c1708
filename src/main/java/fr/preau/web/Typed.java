package fr.preau.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Values as a browser sends them or a person types them; empty when not understood.
public final class Typed {
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern FRENCH_DAY = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})");
    private static final Pattern HOUR = Pattern.compile("(\\d{1,2})\\s*[:hH]\\s*(\\d{2})?(?::\\d{2}(?:\\.\\d+)?)?");

    /// What turns the reading order or shows nothing: overrides and isolates, spaces without width, soft hyphens,
    /// fillers, tags. A joiner stays where letters or pictures need it (Persian, Hindi, 👩‍🔬) and goes elsewhere. Looking
    /// behind, Java sees the second half of a picture.
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180E\\u200B\\u200E\\u200F\\u202A-\\u202E"
                    + "\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFB\\x{E0000}-\\x{E00FF}]"
                    + "|(?<![\\p{L}\\p{M}\\p{S}\\uDC00-\\uDFFF&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]])[\\u200C\\u200D]"
                    + "|[\\u200C\\u200D](?![\\p{L}\\p{S}&&[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]])");
    private static final Pattern EMPTY_SIGNS = Pattern.compile("[\\u2028\\u2029\\u2800]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\s]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final Pattern UUIDS = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Typed() {}

    /// What a person sees of what was typed: nothing in it can turn the words around it, nor be there unseen.
    public static String visible(String text) {
        return EMPTY_SIGNS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ");
    }

    /// One line of words: control characters (no keyboard sends them, PostgreSQL takes no NUL) become spaces.
    public static String line(@Nullable String text) {
        return text == null ? "" : BLANKS.matcher(visible(text)).replaceAll(" ").strip();
    }

    /// Several lines of words: only line ends are left of what no keyboard sends.
    public static String text(@Nullable String text) {
        return text == null
                ? ""
                : CONTROL.matcher(LINE_END.matcher(visible(text)).replaceAll("\n"))
                        .replaceAll(" ")
                        .strip();
    }

    public static Optional<LocalDate> day(String text) {
        var iso = ISO_DAY.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        var french = FRENCH_DAY.matcher(text);
        return french.matches() ? day(french.group(3), french.group(2), french.group(1)) : Optional.empty();
    }

    public static Optional<LocalTime> hour(String text) {
        var found = HOUR.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var minutes = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(found.group(1)), minutes));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    public static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    public static Optional<UUID> uuid(@Nullable String text) {
        return text != null && UUIDS.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst();
    }

    /// Years far away are typing errors, and PostgreSQL's calendar ends before Java's.
    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            var date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() >= 2000 && date.getYear() < 2200 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
