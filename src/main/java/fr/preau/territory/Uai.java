package fr.preau.territory;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The national number of a school: seven digits and a check letter, `ABCDEFGHJKLMNPRSTUVWXYZ[n mod 23]` (checked on
/// the 13,319 codes of the national directory). Its first digits are not always the département: ask the school.
public record Uai(String value) {
    private static final Pattern SHAPE = Pattern.compile("\\d{7}[A-Z]");
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    public Uai {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a UAI");
        }
    }

    /// The UAI written by a person or a file, whatever its case and spaces; empty when it is none.
    public static Optional<Uai> parse(String text) {
        var tidy = text.strip().toUpperCase(Locale.ROOT);
        return isValid(tidy) ? Optional.of(new Uai(tidy)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isValid(String text) {
        return SHAPE.matcher(text).matches()
                && LETTERS.charAt(Integer.parseInt(text.substring(0, 7)) % LETTERS.length()) == text.charAt(7);
    }
}
