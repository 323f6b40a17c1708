package fr.preau.journey;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/// The mail that reached people, over a real SMTP exchange.
final class Letters {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]+(/[^\\s<>\"]+)");

    private final GreenMail server;
    private final String address;

    Letters(GreenMail server, String address) {
        this.server = server;
        this.address = address;
    }

    /// A letter as its reader sees it.
    record Letter(String subject, String text, List<String> attachments, String address) {
        /// The first link whose path starts so, at the address this run listens on.
        String link(String path) {
            return LINK.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(found -> found.startsWith(path))
                    .map(found -> address + found.replaceAll("[.,)]+$", ""))
                    // The page itself, before what lies under it.
                    .min(Comparator.comparingInt(String::length))
                    .orElseThrow(() -> new AssertionError("no link to %s in: %s".formatted(path, text)));
        }
    }

    /// The newest letter to `mail` that carries a link whose path starts so; waits for it.
    String link(String mail, String path) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> all(mail, "").stream()
                                .filter(letter -> letter.text().contains(path))
                                .toList(),
                        found -> !found.isEmpty())
                .getLast()
                .link(path);
    }

    /// The newest letter to `mail` whose subject holds these words; waits for it.
    Letter to(String mail, String words) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> all(mail, words), found -> !found.isEmpty())
                .getLast();
    }

    /// Every letter to `mail` so far whose subject holds these words, oldest first.
    List<Letter> all(String mail, String words) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, mail))
                .map(this::read)
                .filter(letter -> letter.subject().contains(words))
                .toList();
    }

    private static boolean isTo(MimeMessage message, String mail) {
        try {
            return Arrays.stream(Objects.requireNonNullElse(
                            message.getRecipients(Message.RecipientType.TO), new InternetAddress[0]))
                    .anyMatch(to -> to instanceof InternetAddress one && mail.equalsIgnoreCase(one.getAddress()));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Letter read(MimeMessage message) {
        try {
            var text = new StringBuilder();
            var attachments = new java.util.ArrayList<String>();
            collect(message, text, attachments);
            return new Letter(
                    Objects.requireNonNullElse(message.getSubject(), ""), text.toString(), attachments, address);
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void collect(Part part, StringBuilder text, List<String> attachments)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (var i = 0; i < parts.getCount(); i++) {
                BodyPart one = parts.getBodyPart(i);
                collect(one, text, attachments);
            }
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        } else if (part.isMimeType("text/calendar")) {
            attachments.add(new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
