package fr.preau.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/// Why a message did not leave: what to do about it, and a code that says why without repeating the address, as the
/// servers' own words do. `smtp` is the server's reply code, 0 when it gave none.
record Refusal(Reason reason, int smtp) {
    enum Reason {
        INVALID_ADDRESS(Then.GIVE_UP, "l'adresse n'en est pas une"),
        REFUSED(Then.GIVE_UP, "refusé par le serveur du destinataire"),
        EXPIRED(Then.GIVE_UP, "parti trop tard, il n'aurait plus servi"),
        UNWRITABLE(Then.GIVE_UP, "impossible à composer"),
        POSTPONED(Then.RETRY, "remis à plus tard par le serveur du destinataire"),
        UNREACHABLE(Then.RETRY_ALL, "serveur d'envoi injoignable"),
        NOT_ALLOWED(Then.RETRY_ALL, "serveur d'envoi mal réglé : il refuse la plateforme");

        private final Then then;
        private final String french;

        Reason(Then then, String french) {
            this.then = then;
            this.french = french;
        }

        Then then() {
            return then;
        }
    }

    enum Then {
        /// The same answer would come again.
        GIVE_UP,
        /// This message later, the others now.
        RETRY,
        /// The server itself is the trouble: no use trying the others now.
        RETRY_ALL
    }

    static Refusal invalidAddress() {
        return new Refusal(Reason.INVALID_ADDRESS, 0);
    }

    static Refusal unreachable() {
        return new Refusal(Reason.UNREACHABLE, 0);
    }

    static Refusal expired() {
        return new Refusal(Reason.EXPIRED, 0);
    }

    static Refusal unwritable() {
        return new Refusal(Reason.UNWRITABLE, 0);
    }

    /// What a failed sending means. Trouble between the server and ourselves (sign-in, lost connection) is told from
    /// what concerns the recipient: it is never held against a message.
    static Refusal of(MessagingException problem) {
        return Stream.iterate((Exception) problem, Objects::nonNull, Refusal::next)
                .filter(link -> link instanceof SMTPAddressFailedException)
                .map(link -> answered(((SMTPAddressFailedException) link).getReturnCode()))
                .findFirst()
                .orElseGet(() -> switch (problem) {
                    case SMTPSendFailedException refused -> answeredToMessage(refused.getReturnCode());
                    case AuthenticationFailedException refused -> new Refusal(Reason.NOT_ALLOWED, 0);
                    case SendFailedException invalid -> invalidAddress();
                    default -> unreachable();
                });
    }

    private static @Nullable Exception next(Exception link) {
        return link instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    /// For the record: `REFUSED 550`.
    String code() {
        return smtp == 0 ? reason.name() : reason.name() + " " + smtp;
    }

    /// For pilots: « refusé par le serveur du destinataire (550) ».
    static String french(String code) {
        var space = code.indexOf(' ');
        var reason = Reason.valueOf(space < 0 ? code : code.substring(0, space));
        return space < 0 ? reason.french : "%s (%s)".formatted(reason.french, code.substring(space + 1));
    }

    private static Refusal answered(int smtp) {
        return new Refusal(smtp >= 500 ? Reason.REFUSED : Reason.POSTPONED, smtp);
    }

    private static Refusal answeredToMessage(int smtp) {
        return switch (smtp) {
            case 530, 534, 535, 538 -> new Refusal(Reason.NOT_ALLOWED, smtp);
            case 421 -> new Refusal(Reason.UNREACHABLE, smtp);
            default -> answered(smtp);
        };
    }
}
