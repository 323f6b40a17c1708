package fr.preau.notification;

import fr.preau.notification.Message.State;
import fr.preau.web.Pager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The outbox as people and machines look at it; [MessageRepository] is how it moves.
@Repository
class MessageListRepository {
    private final JdbcClient db;

    MessageListRepository(JdbcClient db) {
        this.db = db;
    }

    Optional<Message> find(UUID id) {
        return db.sql("select * from notification.message where id = :id")
                .param("id", id)
                .query(MessageRepository::message)
                .optional();
    }

    long count(Collection<State> states) {
        return db.sql("select count(*) from notification.message where state in (:states)")
                .param("states", names(states))
                .query(Long.class)
                .single();
    }

    /// Oldest first: what has been in trouble for longest comes first.
    List<Message> list(Collection<State> states, int page) {
        return db.sql("""
                select * from notification.message where state in (:states)
                order by created_at, id limit :lines offset :offset
                """)
                .param("states", names(states))
                .param("lines", Pager.LINES)
                .param("offset", Pager.offset(page))
                .query(MessageRepository::message)
                .list();
    }

    /// The message that should have left and has waited longest: since when, and why it did not leave when tried.
    Optional<Due> oldestDue(Instant now) {
        return db.sql("""
                select coalesce(next_attempt_at, created_at) as since, last_error from notification.message
                where state in ('WAITING', 'SENDING') and (next_attempt_at is null or next_attempt_at <= :now)
                order by coalesce(next_attempt_at, created_at) limit 1
                """)
                .param("now", MessageRepository.timestamp(now))
                .query((row, _) -> new Due(row.getTimestamp("since").toInstant(), row.getString("last_error")))
                .optional();
    }

    record Due(Instant since, @Nullable String lastError) {}

    /// When a message last left.
    Optional<Instant> lastSent() {
        return db.sql("select max(sent_at) as sent_at from notification.message where state = 'SENT'")
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("sent_at")))
                .single()
                .map(timestamp -> timestamp.toInstant());
    }

    long countTo(String recipient) {
        return db.sql("select count(*) from notification.message where position(:words in lower(recipient)) > 0")
                .param("words", recipient)
                .query(Long.class)
                .single();
    }

    /// Newest first, those whose address contains these letters.
    List<Message> listTo(String recipient, int page) {
        return db.sql("""
                select * from notification.message where position(:words in lower(recipient)) > 0
                order by created_at desc, id limit :lines offset :offset
                """)
                .param("words", recipient)
                .param("lines", Pager.LINES)
                .param("offset", Pager.offset(page))
                .query(MessageRepository::message)
                .list();
    }

    private static List<String> names(Collection<State> states) {
        return states.stream().map(State::name).toList();
    }
}
