package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class MeasuredClockUnitTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final AtomicLong counter = new AtomicLong(-3);
    private final AtomicInteger asked = new AtomicInteger();
    private boolean away;
    private Instant there = NOON;

    private final MeasuredClock clock = new MeasuredClock(
            () -> {
                asked.incrementAndGet();
                if (away) {
                    throw new DataAccessResourceFailureException("away");
                }
                return there;
            },
            counter::get);

    @Test
    void asksTheDatabaseOnceASecondAndCountsOnByItself() {
        assertThat(clock.now()).isEqualTo(NOON);
        pass(Duration.ofMillis(999));
        assertThat(clock.now()).isEqualTo(NOON.plusMillis(999));
        assertThat(asked).hasValue(1);

        there = NOON.plusSeconds(5);
        pass(Duration.ofMillis(1));
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(5));
        assertThat(asked).hasValue(2);
    }

    @Test
    void countsOnWhileTheDatabaseIsAway() {
        clock.now();
        away = true;
        pass(Duration.ofSeconds(10));

        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(10));
        pass(Duration.ofMillis(500));
        assertThat(clock.now()).isEqualTo(NOON.plusMillis(10_500));
        assertThat(asked).hasValue(2);
    }

    @Test
    void makesNoTimeUpBeforeTheDatabaseToldIt() {
        away = true;
        assertThatThrownBy(clock::now).isInstanceOf(DataAccessResourceFailureException.class);
    }

    private void pass(Duration time) {
        counter.addAndGet(time.toNanos());
    }
}
