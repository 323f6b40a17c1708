package fr.preau.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address in the one spelling the platform keeps: lower case, no spaces around, its domain in ASCII.
public record MailAddress(String value) {
    /// The longest address a mail server accepts (RFC 5321 §4.5.3.1.3).
    public static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,}");

    /// What comes along when an address is pasted and shows nowhere: around it, spaces that do not break; anywhere in
    /// it, marks without width.
    private static final Pattern AROUND = Pattern.compile("^[\\p{Z}\\s]+|[\\p{Z}\\s]+$");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    public MailAddress {
        if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    /// The address a person typed; empty when it is none.
    public static Optional<MailAddress> parse(String typed) {
        if (typed.length() > MAX_LENGTH + 50) {
            return Optional.empty();
        }
        var seen = INVISIBLE.matcher(typed).replaceAll("");
        var at = seen.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(bare(seen.substring(at + 1)));
            return Optional.of(new MailAddress((bare(seen.substring(0, at)) + "@" + domain).toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String bare(String part) {
        return AROUND.matcher(part).replaceAll("");
    }

    @Override
    public String toString() {
        return value;
    }
}
