package fr.preau.consultation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wishes are frozen within the minute of their end.
@Configuration(proxyBeanMethods = false)
class ConsultationRounds {
    @Bean
    RecurringTask<Void> wishesClosing(SessionRepository sessions, Draws draws, Clock clock) {
        return Tasks.recurring("consultation-closing", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> sessions.toClose(clock.instant()).forEach(draws::close));
    }
}
