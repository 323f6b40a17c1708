package fr.preau.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `event.ruling`: only ever added to.
@Repository
class RulingRepository {
    private final JdbcClient database;

    RulingRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(Writing by, Ruling ruling) {
        database.sql("""
                        insert into event.ruling
                            (event_id, what, lock_version, decided_by, decider, authority, decided_at, reason, sentence)
                        values (:event, :what, :lock, :by, :decider, :authority, :at, :reason, :sentence)""")
                .param("event", by.event().value())
                .param("what", ruling.what().name())
                .param("lock", by.lock())
                .param("by", by.author().value())
                .param("decider", ruling.decider())
                .param("authority", ruling.authority())
                .param("at", ruling.at().atOffset(ZoneOffset.UTC))
                .param("reason", ruling.reason())
                .param("sentence", ruling.sentence())
                .update();
    }

    /// The latest first.
    List<Ruling> of(EventId event) {
        return database.sql("select * from event.ruling where event_id = :event order by id desc")
                .param("event", event.value())
                .query((row, _) -> ruling(row))
                .list();
    }

    /// The first that someone made who had read the event no earlier than when its lock was `lock`.
    Optional<Ruling> firstSince(EventId event, int lock) {
        return database.sql("""
                        select * from event.ruling where event_id = :event and lock_version >= :lock
                        order by id limit 1""")
                .param("event", event.value())
                .param("lock", lock)
                .query((row, _) -> ruling(row))
                .optional();
    }

    private static Ruling ruling(ResultSet row) throws SQLException {
        return new Ruling(
                Ruling.What.valueOf(row.getString("what")),
                Objects.toString(row.getString("decider"), ""),
                row.getString("authority"),
                VersionRepository.instant(row, "decided_at"),
                row.getString("reason"),
                Objects.toString(row.getString("sentence"), ""));
    }
}
