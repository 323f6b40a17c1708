package fr.preau.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When the outbox is emptied, and when moderators get their digest.
@Configuration(proxyBeanMethods = false)
class MailRounds {
    @Bean
    RecurringTask<Void> mailRound(Postman postman, @Value("${preau.mail.every}") Duration every) {
        return Tasks.recurring("mail", FixedDelay.of(every)).execute((_, _) -> postman.round());
    }

    @Bean
    RecurringTask<Void> moderationDigest(ModerationDigest digest) {
        return Tasks.recurring("moderation-digest", Schedules.daily(ModerationDigest.PARIS, LocalTime.of(7, 0)))
                .execute((_, _) -> digest.run());
    }
}
