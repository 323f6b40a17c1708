package fr.preau.account;

import java.util.regex.Pattern;

/// The nine digits of a French organisation in the Sirene register, the last one a check digit (Luhn's formula).
final class Siren {
    private static final Pattern SHAPE = Pattern.compile("\\d{9}");

    private Siren() {}

    /// As people write it, spaces removed.
    static String tidy(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u202f.]", "");
    }

    static boolean isValid(String digits) {
        if (!SHAPE.matcher(digits).matches()) {
            return false;
        }
        var sum = 0;
        for (var position = 0; position < digits.length(); position++) {
            var digit = digits.charAt(position) - '0';
            var doubled = position % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
