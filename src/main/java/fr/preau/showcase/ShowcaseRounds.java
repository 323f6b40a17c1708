package fr.preau.showcase;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import fr.preau.programme.Editions;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Each morning, teachers are told which authorisations end within the month. Hiding needs no round: it is computed.
@Configuration(proxyBeanMethods = false)
class ShowcaseRounds {
    @Bean
    RecurringTask<Void> authorisationsEnding(Authorisations authorisations) {
        return Tasks.recurring("showcase-authorisations-ending", Schedules.daily(Editions.PARIS, LocalTime.of(6, 30)))
                .execute((_, _) -> {
                    while (authorisations.tellSomeEnding()) {
                        // one short transaction after another
                    }
                });
    }
}
