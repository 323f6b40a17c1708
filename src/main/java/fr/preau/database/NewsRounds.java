package fr.preau.database;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;

/// News that a part of the platform did not hear (an outage, a crash in the middle) are told again without waiting for
/// a restart: by one node, and never while whoever was at it lives, since heard twice people may be told twice.
@Configuration(proxyBeanMethods = false)
class NewsRounds {
    private static final Logger log = LoggerFactory.getLogger(NewsRounds.class);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 9;

    @Bean
    RecurringTask<Void> newsUnheard(NewsRepository news, FailedEventPublications failed) {
        return Tasks.recurring("news-unheard", FixedDelay.ofSeconds(5)).execute((_, _) -> round(news, failed));
    }

    private static void round(NewsRepository news, FailedEventPublications failed) {
        news.failWhatTheDeadLeft();
        var told = new AtomicInteger();
        failed.resubmit(ResubmissionOptions.defaults().withFilter(one -> isDue(one) && told.incrementAndGet() > 0));
        if (told.get() > 0) {
            log.info("{} news told again", told.get());
        }
    }

    /// At once, ten seconds after that, then twice as long each time, an hour and a half at most. A moment that is yet
    /// to
    /// come was written by a clock set wrong.
    private static boolean isDue(EventPublication publication) {
        var last = publication.getLastResubmissionDate();
        var now = Instant.now();
        var wait = FIRST.multipliedBy(1L << Math.clamp(publication.getCompletionAttempts() - 1, 0, DOUBLINGS));
        return last == null || last.isAfter(now) || last.plus(wait).isBefore(now);
    }
}
