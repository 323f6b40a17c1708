package fr.preau.notification;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
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
        NO_ANSWER(Then.RETRY_SLOWLY, "pas de réponse à temps pour ce destinataire"),
        BROKEN_OFF(Then.RETRY_SLOWLY, "conversation coupée par le serveur d'envoi"),
        NAME_UNKNOWN(Then.RETRY_ALL, "le nom du serveur d'envoi ne mène nulle part (DNS)"),
        NOT_TRUSTED(
                Then.RETRY_ALL, "liaison chiffrée impossible avec le serveur d'envoi (certificat, nom ou STARTTLS)"),
        CONNECTION_REFUSED(Then.RETRY_ALL, "le serveur d'envoi refuse la connexion"),
        TIMED_OUT(Then.RETRY_ALL, "le serveur d'envoi ne répond pas à temps"),
        UNREACHABLE(Then.RETRY_ALL, "serveur d'envoi injoignable"),
        NOT_ALLOWED(
                Then.RETRY_ALL,
                "serveur d'envoi mal réglé : il refuse la plateforme (nom, mot de passe ou expéditeur)"),
        UNEXPLAINED(Then.RETRY_ALL, "aucune raison connue");

        private final Then then;
        private final String french;

        Reason(Then then, String french) {
            this.then = then;
            this.french = french;
        }

        Then then() {
            return then;
        }

        String french() {
            return french;
        }
    }

    enum Then {
        /// The same answer would come again.
        GIVE_UP,
        /// This message later, the others now.
        RETRY,
        /// The same, and fewer at once for its domain; unless many in a row say that it is the server.
        RETRY_SLOWLY,
        /// The server itself is the trouble: no use trying the others now, and no message has any part in it.
        RETRY_ALL
    }

    static Refusal invalidAddress() {
        return new Refusal(Reason.INVALID_ADDRESS, 0);
    }

    static Refusal expired() {
        return new Refusal(Reason.EXPIRED, 0);
    }

    static Refusal unwritable() {
        return new Refusal(Reason.UNWRITABLE, 0);
    }

    /// The same once too many in a row say so: it is no single recipient's.
    Refusal ofTheServer() {
        return new Refusal(reason == Reason.NO_ANSWER ? Reason.TIMED_OUT : Reason.UNREACHABLE, smtp);
    }

    /// Why there is no connection: whatever it is, it concerns no recipient.
    static Refusal ofConnection(MessagingException problem) {
        return new Refusal(
                links(problem)
                        .map(Refusal::trouble)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(Reason.UNREACHABLE),
                0);
    }

    private static Optional<Reason> trouble(Throwable link) {
        return Optional.ofNullable(
                switch (link) {
                    case AuthenticationFailedException _ -> Reason.NOT_ALLOWED;
                    case UnknownHostException _ -> Reason.NAME_UNKNOWN;
                    case SocketTimeoutException _ -> Reason.TIMED_OUT;
                    case SSLException _ -> Reason.NOT_TRUSTED;
                    case CertificateException _ -> Reason.NOT_TRUSTED;
                    case NoRouteToHostException _ -> Reason.UNREACHABLE;
                    case ConnectException _ -> Reason.CONNECTION_REFUSED;
                    default -> isAboutTls(link) ? Reason.NOT_TRUSTED : null;
                });
    }

    /// The library has no class for these.
    private static boolean isAboutTls(Throwable link) {
        var words = String.valueOf(link.getMessage());
        return words.startsWith("STARTTLS is required")
                || words.contains("server identity")
                || words.contains("to TLS");
    }

    /// What a failed sending means, once there was a connection. Trouble between the server and ourselves is told from
    /// what concerns the recipient.
    static Refusal of(MessagingException problem) {
        return links(problem)
                .filter(SMTPAddressFailedException.class::isInstance)
                .map(link -> answered(((SMTPAddressFailedException) link).getReturnCode()))
                .findFirst()
                .orElseGet(() -> switch (problem) {
                    case SMTPSendFailedException refused ->
                        answeredToMessage(String.valueOf(refused.getCommand()), refused.getReturnCode());
                    case AuthenticationFailedException _ -> new Refusal(Reason.NOT_ALLOWED, 0);
                    case SendFailedException _ -> invalidAddress();
                    default -> brokenOff(problem);
                });
    }

    private static Refusal brokenOff(MessagingException problem) {
        return new Refusal(
                links(problem).anyMatch(SocketTimeoutException.class::isInstance)
                        ? Reason.NO_ANSWER
                        : Reason.BROKEN_OFF,
                0);
    }

    /// From the outside in: the library hangs what happened on its own exceptions by two ways.
    private static Stream<Throwable> links(MessagingException problem) {
        return Stream.iterate((Throwable) problem, Objects::nonNull, Refusal::next);
    }

    private static @Nullable Throwable next(Throwable link) {
        return link instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : link.getCause();
    }

    /// For the record: `REFUSED 550`.
    String code() {
        return smtp == 0 ? reason.name() : reason.name() + " " + smtp;
    }

    /// For pilots: « refusé par le serveur du destinataire (550) ».
    static String french(String code) {
        var space = code.indexOf(' ');
        var words = reasonOf(code).french;
        return space < 0 ? words : "%s (%s)".formatted(words, code.substring(space + 1));
    }

    static Reason reasonOf(String code) {
        var space = code.indexOf(' ');
        return Reason.valueOf(space < 0 ? code : code.substring(0, space));
    }

    private static Refusal answered(int smtp) {
        return new Refusal(smtp >= 500 ? Reason.REFUSED : Reason.POSTPONED, smtp);
    }

    /// Refused before a recipient was named, it is we who are; unless the letter is too big (552).
    private static Refusal answeredToMessage(String command, int smtp) {
        return switch (smtp) {
            case 530, 534, 535, 538 -> new Refusal(Reason.NOT_ALLOWED, smtp);
            case 421 -> new Refusal(Reason.BROKEN_OFF, smtp);
            case 552 -> answered(smtp);
            default ->
                smtp >= 500 && command.startsWith("MAIL") ? new Refusal(Reason.NOT_ALLOWED, smtp) : answered(smtp);
        };
    }
}
