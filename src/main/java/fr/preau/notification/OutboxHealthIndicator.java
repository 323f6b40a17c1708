package fr.preau.notification;

import fr.preau.backup.RestoredCopy;
import fr.preau.notification.Weather.Trouble;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/// Whether mail leaves; when it stands still, why (a class of cause, never a server's words) and since when. Late mail
/// is said, and takes nothing down: the platform itself is well, and answering 503 would have it restarted for nothing.
@Component("outboxHealthIndicator") // health calls it "outbox"
class OutboxHealthIndicator extends AbstractHealthIndicator {
    private static final Status STANDS_STILL = new Status("STANDS_STILL", "no mail leaves");
    private static final Status LATE = new Status("LATE", "mail leaves, minutes after it should have");
    private static final Status NO_SERVER = new Status("NO_SERVER", "spring.mail.host is empty: mail waits");
    private static final Status COPY = new Status("COPY", "a restored copy: no mail leaves until a pilot says so");
    private static final Duration TOO_LONG = Duration.ofMinutes(5);

    private final Departures departures;
    private final SmtpServer server;
    private final RestoredCopy copy;

    OutboxHealthIndicator(Departures departures, SmtpServer server, RestoredCopy copy) {
        super("the outbox cannot be read");
        this.departures = departures;
        this.server = server;
        this.copy = copy;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var oldest = departures.oldest();
        var trouble = departures.trouble();
        health.status(status(oldest, trouble))
                .withDetail("waiting", departures.waiting())
                .withDetail("givenUp", departures.givenUp())
                .withDetail("oldestSeconds", oldest.toSeconds());
        trouble.ifPresent(why -> health.withDetail("reason", why.reason().name())
                .withDetail("since", why.since().toString()));
    }

    private Status status(Duration oldest, Optional<Trouble> trouble) {
        if (!server.isConfigured()) {
            return NO_SERVER;
        }
        if (copy.held().isPresent()) {
            return COPY;
        }
        if (trouble.isPresent()) {
            return STANDS_STILL;
        }
        return oldest.compareTo(TOO_LONG) > 0 ? LATE : Status.UP;
    }
}
