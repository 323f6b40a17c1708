package fr.preau.database;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the database what time it is, once a second at most, and counts on from there by the machine's own steady
/// counter, which nobody sets. While the database is away it counts on alone.
@Component
final class MeasuredClock implements DatabaseClock {
    private static final long GOOD_FOR = Duration.ofSeconds(1).toNanos();

    private final Supplier<Instant> database;
    private final LongSupplier nanos;
    private volatile @Nullable Reading last;

    /// What the database answered, and where the counter stood then.
    private record Reading(Instant moment, long nanos) {
        Instant at(long counter) {
            return moment.plusNanos(counter - nanos);
        }
    }

    @Autowired
    MeasuredClock(JdbcClient db) {
        this(
                () -> db.sql("select clock_timestamp()")
                        .query(Timestamp.class)
                        .single()
                        .toInstant(),
                System::nanoTime);
    }

    MeasuredClock(Supplier<Instant> database, LongSupplier nanos) {
        this.database = database;
        this.nanos = nanos;
    }

    @Override
    public Instant now() {
        var known = last;
        var counter = nanos.getAsLong();
        return known != null && counter - known.nanos() < GOOD_FOR
                ? known.at(counter)
                : read(known).at(nanos.getAsLong());
    }

    private Reading read(@Nullable Reading known) {
        var fresh = ask(known);
        last = fresh;
        return fresh;
    }

    private Reading ask(@Nullable Reading known) {
        try {
            var moment = database.get();
            return new Reading(moment, nanos.getAsLong());
        } catch (DataAccessException away) {
            if (known == null) {
                throw away;
            }
            var counter = nanos.getAsLong();
            return new Reading(known.at(counter), counter);
        }
    }
}
