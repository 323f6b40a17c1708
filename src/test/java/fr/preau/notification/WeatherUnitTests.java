package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.notification.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeatherUnitTests {
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    private final AtomicLong counter = new AtomicLong();
    private final Weather weather = new Weather(16, counter::get, () -> NOON.plusNanos(counter.get()));

    @Test
    void triesOneLetterAtATimeEverLessOftenWhileTheServerIsAway() {
        assertThat(weather.width()).isEqualTo(16);
        assertThat(weather.failed(Reason.CONNECTION_REFUSED)).isTrue();
        assertThat(weather.width()).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(weather.failed(Reason.CONNECTION_REFUSED)).isFalse();
        pass(Duration.ofSeconds(2));
        assertThat(weather.width()).isOne();

        IntStream.range(0, 20).forEach(_ -> {
            weather.failed(Reason.CONNECTION_REFUSED);
            pass(Duration.ofSeconds(30));
            assertThat(weather.width()).isOne();
        });
        assertThat(weather.trouble()).contains(new Weather.Trouble(Reason.CONNECTION_REFUSED, NOON));
    }

    @Test
    void takesAllHandsAgainOnceItAnswers() {
        weather.failed(Reason.TIMED_OUT);
        weather.answered();

        assertThat(weather.trouble()).isEmpty();
        assertThat(weather.width()).isBetween(8, 16);
        IntStream.range(0, 200).forEach(_ -> weather.answered());
        assertThat(weather.width()).isEqualTo(16);
    }

    @Test
    void goesOnWithFewerConnectionsWhenTheServerTakesNoMore() {
        weather.failed(Reason.UNREACHABLE);
        weather.answered();

        assertThat(weather.width()).isBetween(8, 15);
    }

    @Test
    void believesThatTheServerIsAwayOnceTooManyInARowStaySilent() {
        assertThat(IntStream.range(0, 4).mapToObj(_ -> weather.brokeOff())).containsOnly(false);
        assertThat(weather.brokeOff()).isTrue();
        weather.answered();
        assertThat(weather.brokeOff()).isFalse();
    }

    private void pass(Duration time) {
        counter.addAndGet(time.toNanos());
    }
}
