package fr.preau.notification;

import fr.preau.backup.RestoredCopy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether mail leaves. Late mail is said, and takes nothing down: the platform itself is well, and answering 503 would
/// have it restarted for nothing.
@Component("outboxHealthIndicator") // health calls it "outbox"
class OutboxHealthIndicator implements HealthIndicator {
    private static final Status LATE = new Status("LATE", "mail waits for more than half an hour");
    private static final Status NO_SERVER = new Status("NO_SERVER", "spring.mail.host is empty: mail waits");
    private static final Status COPY = new Status("COPY", "a restored copy: no mail leaves until a pilot says so");
    private static final Duration TOO_LONG = Duration.ofMinutes(30);

    private final MessageListRepository lists;
    private final SmtpServer server;
    private final RestoredCopy copy;
    private final Clock clock;

    OutboxHealthIndicator(MessageListRepository lists, SmtpServer server, RestoredCopy copy, Clock clock) {
        this.lists = lists;
        this.server = server;
        this.copy = copy;
        this.clock = clock;
    }

    @Override
    public Health health() {
        var oldest = lists.oldestWaiting().map(this::age).orElse(Duration.ZERO);
        return Health.status(status(oldest))
                .withDetail("waiting", lists.count(EnumSet.of(Message.State.WAITING, Message.State.SENDING)))
                .withDetail("oldestSeconds", oldest.toSeconds())
                .build();
    }

    private Status status(Duration oldest) {
        if (!server.isConfigured()) {
            return NO_SERVER;
        }
        if (copy.held().isPresent()) {
            return COPY;
        }
        return oldest.compareTo(TOO_LONG) > 0 ? LATE : Status.UP;
    }

    private Duration age(Instant since) {
        return Duration.between(since, clock.instant());
    }
}
