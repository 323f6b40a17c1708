package fr.preau.registration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// Waiting lists in figures: how many wait, how many have an offer to answer.
@Component
class WaitingMetrics implements MeterBinder {
    private final WaitingRepository waiting;

    WaitingMetrics(WaitingRepository waiting) {
        this.waiting = waiting;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("preau.waiting.entries", () -> waiting.count(WaitingEntry.State.WAITING))
                .description("entries of waiting lists without an offer")
                .register(registry);
        Gauge.builder("preau.waiting.offers", () -> waiting.count(WaitingEntry.State.OFFERED))
                .description("offers of waiting lists not answered yet")
                .register(registry);
    }
}
