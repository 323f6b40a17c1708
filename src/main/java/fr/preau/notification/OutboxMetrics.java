package fr.preau.notification;

import fr.preau.database.DatabaseClock;
import fr.preau.notification.Refusal.Reason;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/// The outbox in figures: how many messages wait, since when, how many were given up, and for how long nothing has
/// left,
/// by reason.
@Component
class OutboxMetrics implements MeterBinder {
    private final Departures departures;
    private final DatabaseClock clock;

    OutboxMetrics(Departures departures, DatabaseClock clock) {
        this.departures = departures;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("preau.mail.waiting", departures::waiting)
                .description("messages that wait in the outbox")
                .register(registry);
        Gauge.builder("preau.mail.failed", departures::givenUp)
                .description("messages given up")
                .register(registry);
        Gauge.builder("preau.mail.oldest", () -> departures.oldest().toSeconds())
                .baseUnit("seconds")
                .description("how long the oldest message that should have left has waited")
                .register(registry);
        Arrays.stream(Reason.values())
                .filter(reason -> reason.then() == Refusal.Then.RETRY_ALL)
                .forEach(reason -> standstill(reason, registry));
    }

    private void standstill(Reason reason, MeterRegistry registry) {
        Gauge.builder("preau.mail.standstill", () -> since(reason))
                .tag("reason", reason.name())
                .baseUnit("seconds")
                .description("for how long no message has left for this reason, 0 when it is not so")
                .register(registry);
    }

    private long since(Reason reason) {
        return departures
                .trouble()
                .filter(trouble -> trouble.reason() == reason)
                .map(trouble -> Math.max(
                        1, Duration.between(trouble.since(), clock.now()).toSeconds()))
                .orElse(0L);
    }
}
