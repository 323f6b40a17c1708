package fr.preau.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every hour, forgets the links that can no longer serve and the counts whose quarter of an hour is over.
@Configuration(proxyBeanMethods = false)
class Forgetting {
    @Bean
    RecurringTask<Void> forgetOldLinks(SignInLinkRepository links, Attempts attempts, Clock clock) {
        return Tasks.recurring("account-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    links.forgetBefore(clock.instant());
                    attempts.forgetBefore(clock.instant().minus(Attempts.WINDOW));
                });
    }
}
