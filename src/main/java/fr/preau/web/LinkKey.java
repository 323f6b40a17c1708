package fr.preau.web;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// What opens a page that is nobody's account to whoever holds its link: 160 random bits, 27 characters of an address.
public final class LinkKey {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{27}");

    private LinkKey() {}

    public static String fresh() {
        var bits = new byte[20];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /// A forged address is turned away before the database is asked, NUL characters included.
    public static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}
