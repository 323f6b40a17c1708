package rush;

import ground.Wire;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// People who come when they come, at random (Poisson), whether those before them were answered or not.
final class Crowd {
    private static final double NANOS = 1e9;

    private final int port;
    private final Visitors visitors;
    private final RandomGenerator random;
    private final ConcurrentLinkedDeque<Wire> open = new ConcurrentLinkedDeque<>();

    Crowd(int port, Visitors visitors, RandomGenerator random) {
        this.port = port;
        this.visitors = visitors;
        this.random = random;
    }

    private static final class Tally {
        final AtomicInteger arrivals = new AtomicInteger();
        final AtomicInteger refused = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

        void count(int status, long latency) {
            if (status == 429) {
                refused.incrementAndGet();
            } else if (status >= 500 || status == 0) {
                failed.incrementAndGet();
            } else {
                nanos.add(latency);
            }
        }

        Level level(double rate, double seconds) {
            var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return new Level(
                    rate,
                    arrivals.get(),
                    sorted.length,
                    refused.get(),
                    failed.get(),
                    sorted.length / seconds,
                    millis(sorted, 0.5),
                    millis(sorted, 0.99));
        }

        private static double millis(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, (long) (sorted.length * share))] / 1e6;
        }
    }

    /// `rate` arrivals a second for so long; ends when everyone was answered.
    Level come(double rate, double seconds) {
        var tally = new Tally();
        var start = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var due = (double) start;
            while (due < start + seconds * NANOS) {
                var arrival = (long) due;
                waitUntil(arrival);
                var visit = visitors.next(random);
                tally.arrivals.incrementAndGet();
                people.execute(() -> tally.count(answer(visit), System.nanoTime() - arrival));
                due += -Math.log(1 - random.nextDouble()) / rate * NANOS;
            }
        }
        return tally.level(rate, seconds);
    }

    /// So many people who each come again as soon as they are answered: the most that can be served, a second.
    double most(int people, double seconds) {
        var served = new AtomicInteger();
        var end = System.nanoTime() + (long) (seconds * NANOS);
        var seeds = random.longs(people).toArray();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Arrays.stream(seeds).forEach(seed -> threads.execute(() -> {
                var own = new java.util.SplittableRandom(seed);
                while (System.nanoTime() < end) {
                    if (answer(visitors.next(own)) != 429) {
                        served.incrementAndGet();
                    }
                }
            }));
        }
        return served.get() / seconds;
    }

    /// 0 when the connection broke.
    private int answer(Visitors.Visit visit) {
        var wire = open.pollFirst();
        try {
            var used = wire == null ? new Wire(port) : wire;
            wire = used;
            var status = visit.on(used);
            open.addFirst(used);
            return status;
        } catch (IOException broken) {
            close(wire);
            return 0;
        }
    }

    private static void close(Wire wire) {
        try {
            if (wire != null) {
                wire.close();
            }
        } catch (IOException _) {
            // It is broken already.
        }
    }

    private static void waitUntil(long moment) {
        for (var left = moment - System.nanoTime(); left > 0; left = moment - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
