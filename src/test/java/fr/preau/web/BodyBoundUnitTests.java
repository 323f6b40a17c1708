package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/// A body that arrives a hundred bytes at a time, with a clock to set.
class BodyBoundUnitTests {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final Request request = new Request();
    private final BodyBound bound = bound();

    @Test
    void readsUpToItsBoundAndNoFurther() throws IOException {
        read(10);

        assertThat(bound.refused()).isZero();
        assertThat(next()).isEqualTo(-1);
        assertThat(next()).isEqualTo(-1);
        assertThat(bound.refused()).isEqualTo(413);
    }

    @Test
    void stopsWhatArrivesTooSlowlyHoweverRegularly() throws IOException {
        read(5);
        nanos.addAndGet(Duration.ofSeconds(61).toNanos());

        assertThat(next()).isEqualTo(-1);
        assertThat(bound.refused()).isEqualTo(408);
    }

    @Test
    void goesOnOnceItsRouteLetsMoreIn() throws IOException {
        read(10);
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        bound.allow(2000, Duration.ofSeconds(60));
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());

        read(10);
        assertThat(next()).isEqualTo(-1);
    }

    @Test
    void refusesWhatIsAnnouncedWithoutReadingIt() throws IOException {
        request.setContentLength(1001);

        assertThat(bound.announcesTooMuch()).isTrue();
        assertThat(bound.refused()).isEqualTo(413);
        assertThat(next()).isEqualTo(-1);
    }

    private BodyBound bound() {
        request.setInputBuffer(new InputBuffer() {
            @Override
            public int doRead(ApplicationBufferHandler handler) {
                return 100;
            }

            @Override
            public int available() {
                return 100;
            }
        });
        var settings = new BodySettings(DataSize.ofBytes(1000), Duration.ofSeconds(60), 1);
        return BodyBound.on(request, settings, nanos::get);
    }

    private void read(int times) throws IOException {
        for (var one = 0; one < times; one++) {
            assertThat(next()).isEqualTo(100);
        }
    }

    private int next() throws IOException {
        return bound.doRead(ApplicationBufferHandler.EMPTY);
    }
}
