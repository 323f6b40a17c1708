package fr.preau.consultation;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What somebody types who read a poster: eight letters and digits that nobody takes for one another, 39 random bits.
/// Enough for a link that is given to many, and only lets one register.
final class ShortCode {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{8,10}");

    private ShortCode() {}

    static String fresh() {
        return RANDOM.ints(8, 0, LETTERS.length())
                .mapToObj(place -> LETTERS.substring(place, place + 1))
                .collect(Collectors.joining());
    }

    /// As people type it: capitals and spaces do not count.
    static Optional<String> typed(String words) {
        var code = words.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        return SHAPE.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }
}
