package fr.preau.retention;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Once a night, on one server; a night that was missed is made up for at the next start.
@Configuration(proxyBeanMethods = false)
class NightRounds {
    @Bean
    RecurringTask<Void> forgetting(Night night) {
        return Tasks.recurring("forgetting", Schedules.daily(Night.PARIS, LocalTime.of(2, 30)))
                .execute((_, _) -> night.run());
    }
}
