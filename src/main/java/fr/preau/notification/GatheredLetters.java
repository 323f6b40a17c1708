package fr.preau.notification;

import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Letters about one thing that follow each other closely become one: the last, which says everything the others said.
@Repository
class GatheredLetters {
    private final JdbcClient db;

    GatheredLetters(JdbcClient db) {
        this.db = db;
    }

    /// The last one written waits until then for a next; those of its kind that nobody has begun to send are dropped.
    void gather(UUID last, Instant until) {
        db.sql("""
                delete from notification.message m using notification.message last
                where last.id = :last and m.about = last.about and m.kind = last.kind and m.recipient = last.recipient
                    and m.id <> last.id and m.state = 'WAITING' and m.attempts = 0
                """).param("last", last).update();
        db.sql("update notification.message set next_attempt_at = :until where id = :last and state = 'WAITING'")
                .param("until", MessageRepository.timestamp(until))
                .param("last", last)
                .update();
    }
}
