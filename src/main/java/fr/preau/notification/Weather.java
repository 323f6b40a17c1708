package fr.preau.notification;

import fr.preau.database.DatabaseClock;
import fr.preau.notification.Refusal.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How the mail server itself fares, as this node sees it. While it is away one letter at a time is tried, ever less
/// often, [#LONGEST] apart at most; once it answers, more and more at once again. A server that takes fewer connections
/// than we have hands thus gets as many as it takes.
@Component
class Weather {
    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);
    /// So many letters in a row that nobody answered for: it is not their recipients.
    private static final int TOO_QUIET = 5;
    private static final int ANSWERS_FOR_ONE_MORE = 10;

    private final int hands;
    private final LongSupplier nanos;
    private final DatabaseClock clock;
    private int width;
    private int answers;
    private int silences;
    private long pause = SHORTEST;
    private long pausedUntil;
    private @Nullable Trouble trouble;

    /// Why nothing leaves, and since when.
    record Trouble(Reason reason, Instant since) {}

    @Autowired
    Weather(@Value("${preau.mail.workers}") int workers, DatabaseClock clock) {
        this(workers, System::nanoTime, clock);
    }

    Weather(int hands, LongSupplier nanos, DatabaseClock clock) {
        this.hands = hands;
        this.nanos = nanos;
        this.clock = clock;
        this.width = hands;
        this.pausedUntil = nanos.getAsLong();
    }

    /// How many letters may be on their way at once now.
    synchronized int width() {
        return nanos.getAsLong() - pausedUntil < 0 ? 0 : width;
    }

    /// The server took a letter, or said why not: it is there.
    synchronized void answered() {
        trouble = null;
        silences = 0;
        pause = SHORTEST;
        pausedUntil = nanos.getAsLong();
        answers++;
        if (answers >= ANSWERS_FOR_ONE_MORE || width == 1) {
            answers = 0;
            width = Math.min(hands, width + 1);
        }
    }

    /// No conversation came about. True when this is news.
    synchronized boolean failed(Reason reason) {
        var now = nanos.getAsLong();
        var known = trouble;
        if (now - pausedUntil >= 0) {
            width = known == null ? Math.max(1, width / 2) : 1;
            pausedUntil = now + pause;
            pause = Math.min(LONGEST, 2 * pause);
        }
        if (known != null && known.reason() == reason) {
            return false;
        }
        trouble = new Trouble(reason, known == null ? clock.now() : known.since());
        return true;
    }

    /// A conversation broke off in the middle. True when it is the server rather than the recipient.
    synchronized boolean brokeOff() {
        silences++;
        return silences >= TOO_QUIET;
    }

    synchronized Optional<Trouble> trouble() {
        return Optional.ofNullable(trouble);
    }
}
