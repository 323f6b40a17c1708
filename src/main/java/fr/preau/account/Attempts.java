package fr.preau.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Counts how often something was asked for, over a quarter of an hour that starts with the first time. In the
/// database, so that several servers count together; hashed, so that no address is kept.
@Repository
class Attempts {
    static final Duration WINDOW = Duration.ofMinutes(15);

    private final JdbcClient sql;

    Attempts(JdbcClient sql) {
        this.sql = sql;
    }

    /// How many times `what` was asked for in its window, this one included, and when the window ends.
    record Count(int number, Instant until) {}

    Count add(String what, Instant now) {
        return sql.sql("""
                        insert into account.attempt as a (bucket, started_at, number) values (:bucket, :now, 1)
                        on conflict (bucket) do update set
                            number = case when a.started_at <= :oldest then 1 else least(a.number, 1000000) + 1 end,
                            started_at = case when a.started_at <= :oldest then :now else a.started_at end
                        returning number, started_at
                        """)
                .param("bucket", SecretKey.hash(what))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("oldest", now.minus(WINDOW).atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Count(
                        row.getInt("number"),
                        row.getObject("started_at", OffsetDateTime.class)
                                .toInstant()
                                .plus(WINDOW)))
                .single();
    }
}
