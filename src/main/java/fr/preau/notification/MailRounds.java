package fr.preau.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When the outbox is emptied (all the time, on each node), and when moderators get their digest.
@Configuration(proxyBeanMethods = false)
class MailRounds {
    @Bean
    @ConditionalOnWebApplication
    MailLoop mailLoop(Postman postman, SmtpLines lines, @Value("${preau.mail.every}") Duration every) {
        return new MailLoop(postman, lines, every);
    }

    @Bean
    RecurringTask<Void> moderationDigest(ModerationDigest digest) {
        return Tasks.recurring("moderation-digest", Schedules.daily(ModerationDigest.PARIS, LocalTime.of(7, 0)))
                .execute((_, _) -> digest.run());
    }
}
