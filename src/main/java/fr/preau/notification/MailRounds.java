package fr.preau.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// When the outbox is emptied.
@Configuration(proxyBeanMethods = false)
class MailRounds {
    @Bean
    RecurringTask<Void> mailRound(Postman postman, @Value("${preau.mail.every}") Duration every) {
        return Tasks.recurring("mail", FixedDelay.of(every)).execute((_, _) -> postman.round());
    }
}
