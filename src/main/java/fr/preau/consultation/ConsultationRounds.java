package fr.preau.consultation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wishes are frozen within the minute of their end.
@Configuration(proxyBeanMethods = false)
class ConsultationRounds {
    private static final Logger log = LoggerFactory.getLogger(ConsultationRounds.class);

    @Bean
    RecurringTask<Void> wishesClosing(SessionRepository sessions, Draws draws, Clock clock) {
        return Tasks.recurring("consultation-closing", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((_, _) -> sessions.toClose(clock.instant()).forEach(session -> close(session, draws)));
    }

    /// One that cannot be closed keeps no other open.
    private static void close(SessionId session, Draws draws) {
        try {
            draws.close(session);
        } catch (RuntimeException problem) {
            log.error("the wishes of session {} were not closed", session.value(), problem);
        }
    }
}
