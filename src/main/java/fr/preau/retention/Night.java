package fr.preau.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps every promise: in batches, each its own short transaction with its line of the record, so that it goes on
/// where it was after a crash. A promise that fails stops no other.
@Component
class Night {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final int BATCH = 200;

    /// What a night does at most of one promise; the next night goes on. A promise that forgets nothing while saying
    /// it does cannot keep the night going for ever.
    private static final int BATCHES = 5_000;

    private static final Logger log = LoggerFactory.getLogger(Night.class);

    private final Promises promises;
    private final NightRepository nights;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Night(Promises promises, NightRepository nights, TransactionTemplate transactions, Clock clock) {
        this.promises = promises;
        this.nights = nights;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// What is due of a promise, or what a night forgot of it; empty when it failed.
    record Line(Retention promise, OptionalInt rows) {}

    List<Line> run() {
        var now = clock.instant();
        nights.forgetBefore(today(now).minusYears(1));
        var lines = promises.byCode().stream()
                .map(promise -> new Line(promise, keep(promise, now)))
                .toList();
        forgetStatistics();
        return lines;
    }

    /// What was kept and written down stays so when this fails; the next night tries again.
    private void forgetStatistics() {
        try {
            nights.forgetStatistics();
        } catch (RuntimeException problem) {
            log.error("statistics were not made anew: {}", problem.getClass().getSimpleName());
        }
    }

    /// What [#run] would forget now; writes nothing.
    List<Line> dryRun() {
        var now = clock.instant();
        return promises.forReaders().stream()
                .map(promise -> new Line(promise, due(promise, now)))
                .toList();
    }

    private OptionalInt keep(Retention promise, Instant now) {
        try {
            int all = 0;
            int batch = BATCH;
            for (var i = 0; i < BATCHES && batch >= BATCH; i++) {
                batch = batch(promise, now);
                all += batch;
            }
            return OptionalInt.of(all);
        } catch (RuntimeException problem) {
            nights.failed(today(now), promise.code(), problem.getClass().getSimpleName(), now);
            return failed(promise, problem);
        }
    }

    private int batch(Retention promise, Instant now) {
        Integer forgotten = transactions.execute(_ -> {
            var rows = promise.forget(now, BATCH);
            nights.forgot(today(now), promise.code(), rows, now);
            return rows;
        });
        return forgotten == null ? 0 : forgotten;
    }

    private static OptionalInt due(Retention promise, Instant now) {
        try {
            return OptionalInt.of(promise.due(now));
        } catch (RuntimeException problem) {
            return failed(promise, problem);
        }
    }

    /// Its class alone: the words of an exception repeat values.
    private static OptionalInt failed(Retention promise, RuntimeException problem) {
        log.warn("promise {} failed: {}", promise.code(), problem.getClass().getName());
        return OptionalInt.empty();
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, PARIS);
    }
}
