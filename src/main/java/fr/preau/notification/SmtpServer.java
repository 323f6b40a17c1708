package fr.preau.notification;

import fr.preau.backup.RestoredCopy;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/// The SMTP server of `spring.mail.*`. A connection serves a whole round; each message is sent by itself, so that the
/// outbox can note it at once.
@Component
class SmtpServer {
    private final ObjectProvider<JavaMailSenderImpl> settings;
    private final RestoredCopy copy;

    SmtpServer(ObjectProvider<JavaMailSenderImpl> settings, RestoredCopy copy) {
        this.settings = settings;
        this.copy = copy;
    }

    /// Whether letters may leave: there is a server, and this is no copy that must write to nobody.
    boolean takesLetters() {
        return isConfigured() && copy.held().isEmpty();
    }

    /// Whether `spring.mail.host` names a server; without one, messages wait.
    boolean isConfigured() {
        var sender = settings.getIfAvailable();
        return sender != null && sender.getHost() != null && !sender.getHost().isBlank();
    }

    Connection connect() throws MessagingException {
        var sender = settings.getObject();
        var protocol = sender.getProtocol() == null ? "smtp" : sender.getProtocol();
        var transport = sender.getSession().getTransport(protocol);
        transport.connect(sender.getHost(), sender.getPort(), blankToNull(sender.getUsername()), sender.getPassword());
        return new Connection(transport, sender);
    }

    private static @org.jspecify.annotations.Nullable String blankToNull(
            @org.jspecify.annotations.Nullable String name) {
        return name == null || name.isBlank() ? null : name;
    }

    record Connection(Transport transport, JavaMailSenderImpl sender) implements AutoCloseable {
        void send(MimeMessage message) throws MessagingException {
            transport.sendMessage(message, message.getAllRecipients());
        }

        boolean isOpen() {
            return transport.isConnected();
        }

        /// Everything was answered before: a farewell that fails loses nothing.
        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException _) {
                // the connection is gone already
            }
        }
    }
}
