package fr.preau.notification;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SEQUENCE of the last calendar file about a session that each reader was sent, by a digest of both: it outlives
/// the message and its address.
@Repository
class SequenceRepository {
    private final JdbcClient db;

    SequenceRepository(JdbcClient db) {
        this.db = db;
    }

    Optional<Integer> last(UUID session, String recipient) {
        return db.sql(
                        "select number from notification.sequence where reader = notification.reader(:session, :recipient)")
                .param("session", session)
                .param("recipient", recipient)
                .query(Integer.class)
                .optional();
    }

    void add(UUID session, String recipient, int number, Instant now) {
        db.sql("""
                insert into notification.sequence as s (reader, number, written_at)
                values (notification.reader(:session, :recipient), :number, :now)
                on conflict (reader) do update
                set number = greatest(s.number, excluded.number), written_at = excluded.written_at
                """)
                .param("session", session)
                .param("recipient", recipient)
                .param("number", number)
                .param("now", MessageRepository.timestamp(now))
                .update();
    }

    void forget(UUID session, String recipient) {
        db.sql("delete from notification.sequence where reader = notification.reader(:session, :recipient)")
                .param("session", session)
                .param("recipient", recipient)
                .update();
    }
}
