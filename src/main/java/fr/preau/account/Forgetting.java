package fr.preau.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Every hour, forgets the links that can no longer serve, the counts whose quarter of an hour is over and the
/// journal's lines of more than a year.
@Configuration(proxyBeanMethods = false)
class Forgetting {
    /// The database refuses to forget sooner, and keeps a day more to be sure.
    private static final Duration A_YEAR = Duration.ofDays(367);

    @Bean
    RecurringTask<Void> forgetOldLinks(
            SignInLinkRepository links, Attempts attempts, JournalRepository journal, Clock clock) {
        return Tasks.recurring("account-forget", FixedDelay.of(Duration.ofHours(1)))
                .execute((_, _) -> {
                    links.forgetBefore(clock.instant());
                    attempts.forgetBefore(clock.instant().minus(Attempts.WINDOW));
                    journal.forgetBefore(clock.instant().minus(A_YEAR));
                });
    }
}
