package fr.preau.synthesis;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Makes the files of revised publications too large for the request that revised them. What is left to do is in the
/// rows: a round that was killed is begun again.
@Configuration(proxyBeanMethods = false)
class RevisionRounds {
    private static final Logger log = LoggerFactory.getLogger(RevisionRounds.class);

    @Bean
    RecurringTask<Void> revisionFiles(Revisions revisions) {
        return Tasks.recurring("synthesis-revision", FixedDelay.of(Duration.ofSeconds(10)))
                .execute((_, _) -> revisions.toFile().forEach(publication -> file(publication, revisions)));
    }

    /// One that fails keeps no other without its files.
    private static void file(UUID publication, Revisions revisions) {
        try {
            revisions.fileLater(publication);
        } catch (RuntimeException problem) {
            log.error("the files of publication {} were not made", publication, problem);
        }
    }
}
