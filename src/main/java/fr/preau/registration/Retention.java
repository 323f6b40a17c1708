package fr.preau.registration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.preau.programme.Edition;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Until when a registration keeps its names and addresses (decision 15): two months after the edition's week, the time
/// to thank, to ask what it was worth and to answer a question. Then a nightly task forgets them; only counts are left.
@Component
class Retention {
    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final RegistrationRepository registrations;
    private final Clock clock;

    Retention(RegistrationRepository registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    static LocalDate end(Edition edition) {
        return edition.lastDay().plusMonths(2);
    }

    @Bean
    static RecurringTask<Void> forgetting(Retention retention) {
        return Tasks.recurring("registration-retention", Schedules.daily(LocalTime.of(2, 30)))
                .execute((_, _) -> retention.forget());
    }

    void forget() {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int forgotten = 0;
        int batch;
        do {
            batch = registrations.purge(today, now);
            forgotten += batch;
        } while (batch > 0);
        log.info("{} registrations forgotten", forgotten);
    }
}
