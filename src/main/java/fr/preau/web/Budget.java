package fr.preau.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// So many requests at once, so many more that wait their turn in order, and no others: what is refused costs nothing,
/// and what is accepted is answered soon.
final class Budget {
    private final int size;
    private final int queue;
    private final Duration patience;
    private final Semaphore free;
    private final AtomicInteger waiting = new AtomicInteger();

    Budget(int size, int queue, Duration patience) {
        this.size = size;
        this.queue = queue;
        this.patience = patience;
        this.free = new Semaphore(size, true);
    }

    /// False when the queue is full, or one's turn did not come in time. Whoever got in must [#leave].
    boolean enter() throws InterruptedException {
        if (waiting.get() == 0 && free.tryAcquire()) {
            return true;
        }
        if (waiting.incrementAndGet() > queue) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        free.release();
    }

    int inFlight() {
        return size - free.availablePermits();
    }

    int waiting() {
        return waiting.get();
    }
}
