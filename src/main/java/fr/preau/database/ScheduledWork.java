package fr.preau.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Runs the recurring tasks that modules declare as beans, each on one node at a time: the timetable is a table, so
/// that a crash forgets nothing. Only the server runs them, never a command of `script/preau`.
@Configuration(proxyBeanMethods = false)
class ScheduledWork {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnWebApplication
    Timetable timetable(
            DataSource database, TimetableRepository rows, MeasuredClock clock, List<RecurringTask<?>> tasks) {
        return new Timetable(database, rows, clock, tasks);
    }

    @Bean
    @ConditionalOnWebApplication
    MeterBinder timetableMetrics(TimetableRepository rows, MeasuredClock clock, List<RecurringTask<?>> tasks) {
        return new TimetableMetrics(rows, clock, tasks);
    }
}
