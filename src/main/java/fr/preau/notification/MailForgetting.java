package fr.preau.notification;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Forgets messages: what was sent after a month, time enough to answer « je n'ai rien reçu ». A message with a
/// calendar
/// file stays half a year, for the SEQUENCE of the next one about the same session; so does one that was given up.
@Component
class MailForgetting {
    static final Duration SENT = Duration.ofDays(30);
    static final Duration DATED = Duration.ofDays(180);
    private static final int AT_ONCE = 1_000;

    private final MessageRepository messages;
    private final Clock clock;

    MailForgetting(MessageRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /// By small steps, each its own: stopped anywhere, it resumes.
    void run() {
        var now = clock.instant();
        int forgotten;
        do {
            forgotten = messages.forget(now.minus(SENT), now.minus(DATED), AT_ONCE);
        } while (forgotten == AT_ONCE);
    }
}
