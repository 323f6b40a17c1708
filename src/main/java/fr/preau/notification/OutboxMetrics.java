package fr.preau.notification;

import fr.preau.notification.Message.State;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The outbox in figures: how many messages wait, since when, how many were given up.
@Component
class OutboxMetrics implements MeterBinder {
    private final MessageListRepository lists;
    private final Clock clock;

    OutboxMetrics(MessageListRepository lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("preau.mail.waiting", () -> lists.count(Set.of(State.WAITING, State.SENDING)))
                .description("messages that wait in the outbox")
                .register(registry);
        Gauge.builder("preau.mail.failed", () -> lists.count(Set.of(State.FAILED)))
                .description("messages given up")
                .register(registry);
        Gauge.builder("preau.mail.oldest", this::oldest)
                .baseUnit("seconds")
                .description("how long the oldest message of the outbox has waited")
                .register(registry);
    }

    private long oldest() {
        return lists.oldestWaiting()
                .map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
