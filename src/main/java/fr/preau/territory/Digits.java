package fr.preau.territory;

import java.util.regex.Pattern;

/// Codes made of digits as they come back from a spreadsheet: `9007.0`, `9 007`, `9,007E+03`.
final class Digits {
    private static final Pattern DECIMAL = Pattern.compile("(\\d+)[.,]0+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[ \\u202f]\\d{3})+");
    private static final Pattern ABRIDGED = Pattern.compile("\\d(?:[.,]\\d+)?[eE]\\+?\\d{1,2}");
    private static final int POSTCODE = 5;

    private Digits() {}

    /// Without the decimals of a whole number and the spaces between its thousands; other words as they are.
    static String whole(String written) {
        var grouped = GROUPED.matcher(written).matches() ? written.replaceAll("[ \\u202f]", "") : written;
        var decimal = DECIMAL.matcher(grouped);
        return decimal.matches() ? decimal.group(1) : grouped;
    }

    /// Digits are lost: nothing can be made of it.
    static boolean isAbridged(String written) {
        return ABRIDGED.matcher(written).matches();
    }

    /// Five characters of a postcode or of an INSEE code, with the zero that a spreadsheet drops; other words as they
    /// are.
    static String five(String written) {
        var whole = whole(written);
        var bare = whole.matches("\\d{2} \\d{3}") ? whole.replace(" ", "") : whole;
        return bare.matches("\\d{4}") ? "0" + bare : bare;
    }

    static boolean isPostcode(String written) {
        return written.length() == POSTCODE && written.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
