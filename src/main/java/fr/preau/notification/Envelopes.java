package fr.preau.notification;

import fr.preau.web.Operator;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Makes a kept message what SMTP carries: plain text first, HTML second, the calendar third for programs that act on
/// it and attached for people who open it.
@Component
class Envelopes {
    private static final Session NO_SERVER = Session.getInstance(new Properties());
    private static final String UTF_8 = "UTF-8";

    private final InternetAddress from;
    private final String host;
    private final OwnAddress ownAddress;

    Envelopes(
            @Value("${preau.mail.from}") String from,
            @Value("${preau.address}") String address,
            Operator operator,
            OwnAddress ownAddress)
            throws Exception {
        var parsed = new InternetAddress(from, true);
        var name = Objects.requireNonNullElse(parsed.getPersonal(), operator.serviceName());
        this.from = new InternetAddress(parsed.getAddress(), name, UTF_8);
        this.ownAddress = ownAddress;
        this.host = Objects.requireNonNullElse(URI.create(address).getHost(), "preau");
    }

    MimeMessage envelope(Message kept) throws MessagingException {
        var message = ownAddress.told(kept);
        var mail = new IdentifiedMessage("<%s@%s>".formatted(message.id(), host));
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, Addresses.parse(message.recipient()));
        mail.setSubject(message.subject(), UTF_8);
        mail.setSentDate(Date.from(message.createdAt()));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        if (message.replyTo() != null) {
            mail.setReplyTo(new InternetAddress[] {Addresses.parse(message.replyTo())});
        }
        if (message.unsubscribe() != null) {
            mail.setHeader("List-Unsubscribe", "<%s>".formatted(message.unsubscribe()));
        }
        mail.setContent(content(message));
        mail.saveChanges();
        return mail;
    }

    private static Multipart content(Message message) throws MessagingException {
        var wordings = new MimeMultipart("alternative");
        wordings.addBodyPart(words(message.text(), "plain"));
        wordings.addBodyPart(words(message.html(), "html"));
        var invitation = message.invitation();
        if (invitation == null) {
            return wordings;
        }
        wordings.addBodyPart(calendar(invitation));
        var both = new MimeMultipart("mixed");
        var wrapped = new MimeBodyPart();
        wrapped.setContent(wordings);
        both.addBodyPart(wrapped);
        both.addBodyPart(attached(invitation));
        return both;
    }

    private static BodyPart words(String words, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(words, UTF_8, subtype);
        return part;
    }

    private static MimeBodyPart calendar(Mail.Invitation invitation) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(invitation.file(), UTF_8, "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + invitation.method());
        return part;
    }

    private static BodyPart attached(Mail.Invitation invitation) throws MessagingException {
        var part = calendar(invitation);
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName("evenement.ics");
        return part;
    }

    /// A message keeps its identity through every attempt: a receiver that already has it can drop the second.
    private static final class IdentifiedMessage extends MimeMessage {
        private final String identity;

        IdentifiedMessage(String identity) {
            super(NO_SERVER);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identity);
        }
    }
}
