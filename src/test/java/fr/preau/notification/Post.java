package fr.preau.notification;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The outbox and the mailboxes of a test: what was written, what arrived at an address of its own.
record Post(Outbox outbox, TransactionTemplate transactions, JdbcClient db, GreenMail server) {
    static String someone() {
        return "someone@d-%s.fr".formatted(UUID.randomUUID());
    }

    UUID write(String recipient) {
        return write(Mail.of(Kind.ROLE, recipient, letter("Où l'été s'achève")));
    }

    UUID write(Mail mail) {
        return inTransaction(() -> outbox.add(mail));
    }

    <T> T inTransaction(Supplier<T> work) {
        return Optional.ofNullable(transactions.execute(_ -> work.get())).orElseThrow();
    }

    static Letter letter(String subject) {
        return Letter.titled(subject).says("Voilà ce qui s'est passé.").because("Parce que.", "Rien n'est gardé.");
    }

    Message find(UUID id) {
        return db.sql("select * from notification.message where id = :id")
                .param("id", id)
                .query(MessageRepository::message)
                .single();
    }

    List<MimeMessage> receivedBy(String recipient) {
        return Stream.of(server.getReceivedMessages())
                .filter(message -> recipient.equals(to(message)))
                .toList();
    }

    private static String to(MimeMessage message) {
        try {
            return message.getHeader("To", ",");
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
