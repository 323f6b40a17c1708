package fr.preau.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Carries what waits in the outbox to the mail server.
///
/// A message is claimed for a while ([#LEASE]), sent with no transaction open, and marked. Each is sent once; only a
/// crash between the server's "250" and our mark makes it leave a second time, under the same Message-ID (at least
/// once, then). A refused message never holds up another; a server that cannot be reached ends the round.
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /// How long after each failed attempt the next one comes; after the last, the message is given up.
    static final List<Duration> RETRIES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));
    static final Duration LEASE = Duration.ofMinutes(15);
    /// Well within the lease: the rest of a batch that a slow server holds up is given back, never sent twice.
    private static final Duration BATCH_AT_MOST = Duration.ofMinutes(5);

    private static final int BATCH = 50;
    private static final int BATCHES_A_ROUND = 20;

    private final MessageRepository messages;
    private final Envelopes envelopes;
    private final SmtpServer server;
    private final Clock clock;
    private final int perDomain;

    Postman(
            MessageRepository messages,
            Envelopes envelopes,
            SmtpServer server,
            Clock clock,
            @Value("${preau.mail.per-domain-per-minute}") int perDomain) {
        this.messages = messages;
        this.envelopes = envelopes;
        this.server = server;
        this.clock = clock;
        this.perDomain = perDomain;
    }

    /// One round: batch after batch until nothing is due, bounded so that a long queue leaves the timetable to others.
    int round() {
        var sent = 0;
        for (var batch = 0; server.takesLetters() && batch < BATCHES_A_ROUND; batch++) {
            var claimed = messages.claim(clock.instant(), LEASE, BATCH, perDomain);
            var tally = claimed.isEmpty() ? new Tally(0, true) : deliver(claimed);
            sent += tally.sent();
            if (tally.over()) {
                break;
            }
        }
        if (sent > 0) {
            log.info("mail: {} sent", sent);
        }
        return sent;
    }

    private record Tally(int sent, boolean over) {}

    private Tally deliver(List<Message> claimed) {
        var started = System.nanoTime();
        var sent = 0;
        try (var line = new Line()) {
            for (var message : claimed) {
                if (line.broken != null) {
                    retryLater(message, line.broken);
                } else if (System.nanoTime() - started > BATCH_AT_MOST.toNanos()) {
                    messages.release(message);
                } else if (deliver(message, line)) {
                    sent++;
                }
            }
            return new Tally(sent, line.broken != null);
        }
    }

    private boolean deliver(Message message, Line line) {
        var refusal = attempt(message, line);
        if (refusal == null) {
            return messages.markSent(message, clock.instant());
        }
        log.warn("mail {} ({}) not sent: {}", message.id(), message.kind(), refusal.code());
        switch (refusal.reason().then()) {
            case GIVE_UP -> messages.markFailed(message, refusal);
            case RETRY -> retryLater(message, refusal);
            case RETRY_ALL -> {
                line.broken = refusal;
                retryLater(message, refusal);
            }
        }
        return false;
    }

    private @Nullable Refusal attempt(Message message, Line line) {
        if (isUseless(message, clock.instant())) {
            return Refusal.expired();
        }
        MimeMessage envelope;
        try {
            envelope = envelopes.envelope(message);
        } catch (MessagingException | RuntimeException _) {
            return Refusal.unwritable();
        }
        try {
            line.open().send(envelope);
            return null;
        } catch (MessagingException problem) {
            return Refusal.of(problem);
        }
    }

    private static boolean isUseless(Message message, Instant now) {
        return message.usefulUntil() != null && message.usefulUntil().isBefore(now);
    }

    private void retryLater(Message message, Refusal why) {
        if (message.attempts() > RETRIES.size()) {
            messages.markFailed(message, why);
        } else {
            messages.postpone(message, why, clock.instant().plus(RETRIES.get(message.attempts() - 1)));
        }
    }

    /// The connection of one batch, opened when first needed and again when the server hung up between two messages.
    private final class Line implements AutoCloseable {
        private SmtpServer.@Nullable Connection connection;
        private @Nullable Refusal broken;

        SmtpServer.Connection open() throws MessagingException {
            var current = connection;
            if (current == null || !current.isOpen()) {
                close();
                current = server.connect();
                connection = current;
            }
            return current;
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.close();
            }
        }
    }
}
