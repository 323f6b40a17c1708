package fr.preau.notification;

import fr.preau.database.DatabaseClock;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// One message and what becomes of it: sent with no transaction open, then marked. Each is sent once; only a crash
/// between the server's "250" and our mark makes it leave a second time, under the same Message-ID (decision 6).
@Component
class Carrier {
    private static final Logger log = LoggerFactory.getLogger(Carrier.class);

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
    private static final long MARK_AGAIN_MILLIS = 500;

    private final MessageRepository messages;
    private final Envelopes envelopes;
    private final SmtpLines lines;
    private final Weather weather;
    private final MailTally tally;
    private final DatabaseClock clock;

    Carrier(
            MessageRepository messages,
            Envelopes envelopes,
            SmtpLines lines,
            Weather weather,
            MailTally tally,
            DatabaseClock clock) {
        this.messages = messages;
        this.envelopes = envelopes;
        this.lines = lines;
        this.weather = weather;
        this.tally = tally;
        this.clock = clock;
    }

    /// True when the way to this recipient is slow.
    boolean carry(UUID holder, Message message) {
        var refusal = attempt(message);
        if (refusal == null) {
            persistently(() -> messages.markSent(holder, message, clock.now()));
            weather.answered();
            tally.sent();
            return false;
        }
        tally.refused(refusal.reason());
        var verdict = verdict(holder, message, refusal);
        persistently(verdict);
        return refusal.reason().then() == Refusal.Then.RETRY_SLOWLY;
    }

    private @Nullable Refusal attempt(Message message) {
        if (isUseless(message, clock.now())) {
            return Refusal.expired();
        }
        // Whoever carried it so many times died of it, or never told.
        if (message.attempts() > RETRIES.size() + 1) {
            return Refusal.unwritable();
        }
        MimeMessage envelope;
        try {
            envelope = envelopes.envelope(message);
        } catch (MessagingException | RuntimeException _) {
            return Refusal.unwritable();
        }
        return attempt(envelope);
    }

    private @Nullable Refusal attempt(MimeMessage envelope) {
        SmtpLines.Line line;
        try {
            line = lines.open();
        } catch (MessagingException problem) {
            return Refusal.ofConnection(problem);
        }
        try {
            line.connection().send(envelope);
            lines.giveBack(line);
            return null;
        } catch (MessagingException problem) {
            return refused(Refusal.of(problem), line);
        }
    }

    private Refusal refused(Refusal refusal, SmtpLines.Line line) {
        switch (refusal.reason().then()) {
            case GIVE_UP, RETRY -> {
                weather.answered();
                lines.giveBack(line);
            }
            case RETRY_SLOWLY, RETRY_ALL -> line.connection().close();
        }
        return refusal;
    }

    private Runnable verdict(UUID holder, Message message, Refusal refusal) {
        return switch (refusal.reason().then()) {
            case GIVE_UP -> {
                say(message, refusal);
                yield () -> messages.markFailed(holder, message, refusal);
            }
            case RETRY -> retryLater(holder, message, refusal);
            case RETRY_SLOWLY ->
                weather.brokeOff()
                        ? spare(
                                holder,
                                message,
                                refusal.ofTheServer(),
                                clock.now().plus(RETRIES.getFirst()))
                        : retryLater(holder, message, refusal);
            case RETRY_ALL -> spare(holder, message, refusal, null);
        };
    }

    private Runnable retryLater(UUID holder, Message message, Refusal why) {
        say(message, why);
        if (message.attempts() > RETRIES.size()) {
            return () -> messages.markFailed(holder, message, why);
        }
        var next = clock.now().plus(RETRIES.get(message.attempts() - 1));
        return () -> messages.postpone(holder, message, why, next);
    }

    /// The server is away. Said once, not for each letter: an outage must not fill the disk with its own description.
    private Runnable spare(UUID holder, Message message, Refusal why, @Nullable Instant next) {
        if (weather.failed(why.reason())) {
            log.warn("no mail leaves, the mail server is away: {}", why.code());
        }
        return () -> messages.spare(holder, message, why, next);
    }

    private static void say(Message message, Refusal refusal) {
        log.warn("mail {} ({}) not sent: {}", message.id(), message.kind(), refusal.code());
    }

    private static boolean isUseless(Message message, Instant now) {
        return message.usefulUntil() != null && message.usefulUntil().isBefore(now);
    }

    /// What was said to the server must be noted: the database may be away for as long as the lease lasts.
    private void persistently(Runnable mark) {
        var end = System.nanoTime() + Postman.LEASE.toNanos();
        while (true) {
            try {
                mark.run();
                return;
            } catch (DataAccessException away) {
                if (System.nanoTime() - end > 0) {
                    log.warn("a letter could not be marked: {}", away.getClass().getSimpleName());
                    return;
                }
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(MARK_AGAIN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
