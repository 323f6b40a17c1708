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

/// When the outbox is emptied, and when what it keeps is forgotten.
@Configuration(proxyBeanMethods = false)
class MailRounds {
    @Bean
    RecurringTask<Void> mailRound(Postman postman, @Value("${preau.mail.every}") Duration every) {
        return Tasks.recurring("mail", FixedDelay.of(every)).execute((_, _) -> postman.round());
    }

    @Bean
    RecurringTask<Void> mailForgetting(MailForgetting forgetting) {
        return Tasks.recurring("mail-forgetting", Schedules.daily(LocalTime.of(3, 40)))
                .execute((_, _) -> forgetting.run());
    }

    @Bean
    RecurringTask<Void> moderationDigest(ModerationDigest digest) {
        return Tasks.recurring("moderation-digest", Schedules.daily(ModerationDigest.PARIS, LocalTime.of(7, 0)))
                .execute((_, _) -> digest.run());
    }
}
