package fr.preau.attendance;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A code that people read aloud and type: letters that look like no other (neither O nor 0, I and L read as 1), and a
/// last one that tells a mistake: any one letter mistaken, any two exchanged.
///
/// Thirty-one signs, a prime number, so that a sum weighted by position notices both.
record HumanCode(String value) {
    private static final String SIGNS = "123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PRIME = SIGNS.length();
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// `length` signs taken from these bytes, and the one that checks them; 8 bytes are enough for 12 signs.
    static HumanCode of(byte[] bytes, int length) {
        var number = new java.math.BigInteger(1, bytes);
        var signs = new StringBuilder();
        for (var i = 0; i < length; i++) {
            var parts = number.divideAndRemainder(java.math.BigInteger.valueOf(PRIME));
            signs.append(SIGNS.charAt(parts[1].intValue()));
            number = parts[0];
        }
        return new HumanCode(signs.toString() + check(signs));
    }

    static HumanCode random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return of(bytes, length);
    }

    /// What someone typed, in whatever case and groups; empty when it is not a code of `length` signs and its check.
    static Optional<HumanCode> parse(String typed, int length) {
        var signs = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s.\\-–]+", "")
                .replace('I', '1')
                .replace('L', '1');
        var isOne = signs.length() == length + 1
                && signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                && check(signs.substring(0, length)) == signs.charAt(length);
        return isOne ? Optional.of(new HumanCode(signs)) : Optional.empty();
    }

    /// By groups of four: « K7QF-2M9R-T ».
    String shown() {
        return IntStream.iterate(0, at -> at < value.length(), at -> at + GROUP)
                .mapToObj(at -> value.substring(at, Math.min(value.length(), at + GROUP)))
                .collect(Collectors.joining("-"));
    }

    private static char check(CharSequence signs) {
        var sum = IntStream.range(0, signs.length())
                .map(at -> (at + 2) * SIGNS.indexOf(signs.charAt(at)))
                .sum();
        return SIGNS.charAt((PRIME - sum % PRIME) % PRIME);
    }
}
