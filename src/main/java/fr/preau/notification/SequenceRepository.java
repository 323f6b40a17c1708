package fr.preau.notification;

import java.time.Instant;
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

    /// The next one, `least` at least: read, raised and written in one statement, since each registration of a rush
    /// runs it; two letters to one reader at the same instant get two numbers.
    int next(UUID session, String recipient, int least, Instant now) {
        return db.sql("""
                insert into notification.sequence as s (reader, number, written_at)
                values (notification.reader(?, ?), ?, ?)
                on conflict (reader) do update
                set number = greatest(s.number + 1, excluded.number), written_at = excluded.written_at
                returning number
                """)
                .param(session)
                .param(recipient)
                .param(least)
                .param(MessageRepository.timestamp(now))
                .query(Integer.class)
                .single();
    }

    void forget(UUID session, String recipient) {
        db.sql("delete from notification.sequence where reader = notification.reader(:session, :recipient)")
                .param("session", session)
                .param("recipient", recipient)
                .update();
    }
}
