package fr.preau.event;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The words of the events to come, to offer the one that was meant: drawn anew every ten minutes.
@Configuration(proxyBeanMethods = false)
class Vocabulary {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{4,40}");

    @Bean
    static RecurringTask<Void> wordsDrawnAnew(SearchRepository searches) {
        return Tasks.recurring("event-words", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((_, _) -> searches.refreshWords());
    }

    /// The same words, each unknown one replaced by the word spelt most like it.
    static String corrected(String typed, SearchRepository searches) {
        return WORD.matcher(typed.toLowerCase(Locale.FRENCH))
                .replaceAll(found -> searches.spelt(found.group(), 1).stream()
                        .findFirst()
                        .map(Matcher::quoteReplacement)
                        .orElse(found.group()));
    }
}
