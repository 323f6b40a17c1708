package fr.preau.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.regex.Pattern;

/// Mail addresses: which ones a server can be asked to deliver to, and how one is shown to who need not know it.
final class Addresses {
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^,;<>()\\[\\]\\\\\"@]]{1,64}@[^\\s@]{3,253}");

    private Addresses() {}

    /// The address as SMTP wants it: one plain address, its domain in ASCII.
    static InternetAddress parse(String address) throws AddressException {
        if (!PLAIN.matcher(address).matches()) {
            throw new AddressException("not one plain address");
        }
        var at = address.indexOf('@');
        try {
            return new InternetAddress(address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), true);
        } catch (IllegalArgumentException _) {
            throw new AddressException("not a domain name");
        }
    }

    static boolean isValid(String address) {
        try {
            parse(address).validate();
            return true;
        } catch (AddressException _) {
            return false;
        }
    }

    /// « j…@ac-toulouse.fr »: enough to recognise a whole domain that refuses, not a person.
    static String masked(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.charAt(0) + "…" + address.substring(at);
    }
}
