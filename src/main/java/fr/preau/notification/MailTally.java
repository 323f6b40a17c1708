package fr.preau.notification;

import fr.preau.notification.Refusal.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// How many letters this node sent, and how many attempts failed, by reason.
@Component
class MailTally {
    private final Counter sent;
    private final Map<Reason, Counter> refused;

    MailTally(MeterRegistry registry) {
        this.sent = Counter.builder("preau.mail.sent")
                .description("messages the mail server took")
                .register(registry);
        this.refused = Collections.unmodifiableMap(Arrays.stream(Reason.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        reason -> Counter.builder("preau.mail.refused")
                                .tag("reason", reason.name())
                                .description("attempts that failed")
                                .register(registry),
                        (one, _) -> one,
                        () -> new EnumMap<>(Reason.class))));
    }

    void sent() {
        sent.increment();
    }

    void refused(Reason reason) {
        Objects.requireNonNull(refused.get(reason)).increment();
    }
}
