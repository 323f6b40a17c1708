package fr.preau.notification;

import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// The thread that keeps looking at the outbox.
class MailLoopUnitTests {
    private static final int STARTS = 2000;

    /// A loop that ends as it begins lets no letter leave, and nothing says so.
    @Test
    void looksWhicheverOfTheTwoThreadsGoesFirst() {
        for (var start = 0; start < STARTS; start++) {
            var looks = new AtomicInteger();
            var postman = mock(Postman.class);
            when(postman.look()).thenAnswer(_ -> -looks.incrementAndGet());
            when(postman.isIdle()).thenReturn(true);
            var loop = new MailLoop(postman, mock(SmtpLines.class), Duration.ofMillis(1));

            loop.start();

            await().pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> looks.get() > 0);
            loop.stop();
        }
    }
}
