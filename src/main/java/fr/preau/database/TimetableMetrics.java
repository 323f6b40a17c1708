package fr.preau.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.preau.database.TimetableRepository.Fared;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// How each recurring task fares: since when it last succeeded, last failed, how often in a row, how late it is.
final class TimetableMetrics implements MeterBinder {
    private static final String ALL = "";

    private final Lately<String, Map<String, Fared>> rows;
    private final DatabaseClock clock;
    private final List<RecurringTask<?>> tasks;

    TimetableMetrics(TimetableRepository rows, DatabaseClock clock, List<RecurringTask<?>> tasks) {
        this.rows = new Lately<>(Duration.ofSeconds(5), _ -> Optional.of(rows.fared()));
        this.clock = clock;
        this.tasks = List.copyOf(tasks);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        tasks.forEach(task -> bind(task.getName(), registry));
    }

    private void bind(String task, MeterRegistry registry) {
        gauge(registry, task, "preau.task.success.age", "since it last went well", fared -> age(fared.success()));
        gauge(registry, task, "preau.task.failure.age", "since it last failed", fared -> age(fared.failure()));
        gauge(registry, task, "preau.task.late", "since it should have begun", fared -> late(fared.due()));
        Gauge.builder("preau.task.failures", () -> of(task, Fared::failuresInARow))
                .tag("task", task)
                .description("failures since it last went well")
                .register(registry);
    }

    private void gauge(
            MeterRegistry registry, String task, String name, String about, ToDoubleFunction<Fared> seconds) {
        Gauge.builder(name, () -> of(task, seconds::applyAsDouble))
                .tag("task", task)
                .baseUnit("seconds")
                .description(about)
                .register(registry);
    }

    /// NaN for what never happened.
    private Number of(String task, Function<Fared, Number> figure) {
        return rows.find(ALL)
                .flatMap(all -> Optional.ofNullable(all.get(task)))
                .map(figure)
                .orElse(Double.NaN);
    }

    private double age(@Nullable Instant moment) {
        return moment == null ? Double.NaN : late(moment);
    }

    private double late(Instant moment) {
        return Math.max(0, Duration.between(moment, clock.now()).toMillis() / 1000.0);
    }
}
