package fr.preau.retention;

import java.time.Instant;
import org.springframework.transaction.support.TransactionTemplate;

/// A promise kept by two statements of its module's repository: one counts what is due, one forgets a batch of it, in a
/// transaction of its own.
public record BatchRetention(
        String code, Promise promise, Counting counting, Forgetting forgetting, TransactionTemplate once)
        implements Retention {
    /// How many rows are due at `now`.
    public interface Counting {
        int at(Instant now);
    }

    /// Forgets at most `most` rows that are due at `now`, and says how many were.
    public interface Forgetting {
        int upTo(Instant now, int most);
    }

    @Override
    public int due(Instant now) {
        return counting.at(now);
    }

    @Override
    public int forget(Instant now, int most) {
        return once.<Integer>execute(_ -> forgetting.upTo(now, most));
    }
}
