package fr.preau.database;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the timetable keeps beside the library's own statements: which processes live, and how each task fares.
@Repository
class TimetableRepository {
    /// Far longer than any piece of news is kept that a dead process may have been at.
    private static final Duration REMEMBERED = Duration.ofDays(40);

    private final JdbcClient db;

    TimetableRepository(JdbcClient db) {
        this.db = db;
    }

    /// How a task fared lately, null for what never happened.
    record Fared(
            String task,
            @Nullable Instant success,
            @Nullable Instant failure,
            int failuresInARow,
            Instant due) {}

    /// This process lives. Connections carry its name (`ApplicationName` of the pool).
    void beat() {
        db.sql("""
                insert into timetable.process (name, seen_at)
                values (current_setting('application_name'), clock_timestamp())
                on conflict (name) do update set seen_at = excluded.seen_at
                """).update();
        db.sql("delete from timetable.process where seen_at < now() - make_interval(secs => ?)")
                .param(REMEMBERED.toSeconds())
                .update();
    }

    /// A heartbeat of the future would keep its task from everybody until then.
    void bringHeartbeatsBack(Instant now) {
        db.sql("""
                update timetable.scheduled_tasks set last_heartbeat = :now where picked and last_heartbeat > :soon
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("soon", now.plus(Timetable.DEAD_AFTER).atOffset(ZoneOffset.UTC))
                .update();
    }

    Map<String, Fared> fared() {
        return db
                .sql("select * from timetable.scheduled_tasks")
                .query((row, _) -> new Fared(
                        row.getString("task_name"),
                        instant(row.getTimestamp("last_success")),
                        instant(row.getTimestamp("last_failure")),
                        row.getInt("consecutive_failures"),
                        row.getTimestamp("execution_time").toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Fared::task, Function.identity(), (first, _) -> first));
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
