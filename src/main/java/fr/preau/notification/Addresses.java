package fr.preau.notification;

import fr.preau.account.MailAddress;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/// Mail addresses: which ones a server can be asked to deliver to, and how one is shown to who need not know it.
final class Addresses {
    private Addresses() {}

    static InternetAddress parse(String address) throws AddressException {
        var plain = MailAddress.parse(address).orElseThrow(() -> new AddressException("not one plain address"));
        return new InternetAddress(plain.value(), true);
    }

    static boolean isValid(String address) {
        try {
            parse(address);
            return true;
        } catch (AddressException _) {
            return false;
        }
    }

    /// « j…@ac-toulouse.fr »: enough to recognise a domain that refuses, not a person.
    static String masked(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "…" : address.charAt(0) + "…" + address.substring(at);
    }
}
