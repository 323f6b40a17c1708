package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LatelyUnitTests {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final Lately<String, Integer> lately = new Lately<>(
            Duration.ofSeconds(1),
            key -> key.isEmpty() ? Optional.empty() : Optional.of(reads.incrementAndGet()),
            nanos::get);

    @Test
    void readsOnceASecond() {
        assertThat(lately.find("a")).contains(1);
        assertThat(lately.find("a")).contains(1);
        assertThat(lately.find("b")).contains(2);

        nanos.addAndGet(1_000_000_000L);

        assertThat(lately.find("a")).contains(3);
    }

    @Test
    void readsAgainWhatItsWriterForgot() {
        lately.find("a");

        lately.forget("a");

        assertThat(lately.find("a")).contains(2);
    }

    @Test
    void neverKeepsAnAbsence() {
        var there = new AtomicInteger();
        var absent = new Lately<String, Integer>(
                Duration.ofSeconds(1), _ -> there.get() == 0 ? Optional.empty() : Optional.of(1), nanos::get);
        assertThat(absent.find("a")).isEmpty();

        there.set(1);

        assertThat(absent.find("a")).contains(1);
    }
}
