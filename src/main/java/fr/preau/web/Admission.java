package fr.preau.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/// How many requests are worked on at once (decision 12). Reading and writing have each their own [Budget]: however
/// many people register, the catalogue stays readable; however many look, those who have filled in a form are served.
@Component
@EnableConfigurationProperties(AdmissionSettings.class)
class Admission {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern FREE = Pattern.compile("/webjars/.*|/[^/]+\\.(css|js|svg|png|ico|txt)|/actuator/.*");

    private final Budget reading;
    private final Budget writing;
    private final int busyFrom;
    private final Counter refused;

    Admission(AdmissionSettings settings, MeterRegistry figures) {
        reading = new Budget(settings.reading(), settings.readingQueue(), settings.patience());
        writing = new Budget(settings.writing(), settings.writingQueue(), settings.patience());
        busyFrom = settings.busyFrom();
        refused = figures.counter("preau.admission.refused");
        figures.gauge("preau.admission.reading", reading, Budget::inFlight);
        figures.gauge("preau.admission.writing", writing, Budget::inFlight);
        figures.gauge("preau.admission.waiting", this, Admission::waiting);
    }

    /// The budget a request is counted in; null for files, which cost nothing.
    @Nullable
    Budget of(String method, String path) {
        if (!READING.contains(method)) {
            return writing;
        }
        return FREE.matcher(path).matches() ? null : reading;
    }

    void refused() {
        refused.increment();
    }

    /// Whether there is a crowd: what may be a few seconds old then is.
    boolean isBusy() {
        return reading.inFlight() + writing.inFlight() >= busyFrom;
    }

    private int waiting() {
        return reading.waiting() + writing.waiting();
    }
}
