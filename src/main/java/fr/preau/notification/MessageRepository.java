package fr.preau.notification;

import fr.preau.event.CalendarFile;
import fr.preau.notification.Message.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The outbox as the worker sees it. [MessageLists] is how people see it.
@Repository
class MessageRepository {
    private final JdbcClient db;

    MessageRepository(JdbcClient db) {
        this.db = db;
    }

    /// Parameters by place, not by name, here and in what follows: it runs with each registration of a rush.
    void insert(Message message, Kind.Priority priority) {
        var invitation = message.invitation();
        db.sql("""
                insert into notification.message (id, kind, about, recipient, reply_to, unsubscribe, subject, text, html,
                    calendar, calendar_method, session, sequence, priority, created_at, useful_until, state, last_error)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(message.id())
                .param(message.kind().name())
                .param(orNull(Types.OTHER, message.about()))
                .param(message.recipient())
                .param(orNull(Types.VARCHAR, message.replyTo()))
                .param(orNull(Types.VARCHAR, message.unsubscribe()))
                .param(message.subject())
                .param(message.text())
                .param(message.html())
                .param(orNull(Types.VARCHAR, invitation == null ? null : invitation.file()))
                .param(orNull(
                        Types.VARCHAR,
                        invitation == null ? null : invitation.method().name()))
                .param(orNull(Types.OTHER, invitation == null ? null : invitation.session()))
                .param(orNull(Types.INTEGER, invitation == null ? null : invitation.sequence()))
                .param(priority.rank())
                .param(timestamp(message.createdAt()))
                .param(orNull(Types.TIMESTAMP_WITH_TIMEZONE, timestamp(message.usefulUntil())))
                .param(message.state().name())
                .param(orNull(Types.VARCHAR, message.lastError()))
                .update();
    }

    private static SqlParameterValue orNull(int type, @Nullable Object value) {
        return new SqlParameterValue(type, value);
    }

    boolean existsSince(Kind kind, String recipient, Instant moment) {
        return db.sql("""
                select exists (select from notification.message
                    where created_at > :moment and kind = :kind and recipient = :recipient)
                """)
                .param("moment", timestamp(moment))
                .param("kind", kind.name())
                .param("recipient", recipient)
                .query(Boolean.class)
                .single();
    }

    boolean existsAbout(Kind kind, String recipient, UUID about) {
        return db.sql("""
                select exists (select from notification.message
                    where recipient = :recipient and kind = :kind and about = :about)
                """)
                .param("recipient", recipient)
                .param("kind", kind.name())
                .param("about", about)
                .query(Boolean.class)
                .single();
    }

    /// A live worker keeps what it carries, however slow the server.
    void renew(UUID holder, Set<UUID> carried, Instant until) {
        db.sql("""
                update notification.message set next_attempt_at = :until
                where id = any(:ids) and state = 'SENDING' and held_by = :holder
                """)
                .param("until", timestamp(until))
                .param("ids", carried.toArray(UUID[]::new))
                .param("holder", holder)
                .update();
    }

    /// How many messages each domain got within the minute, or is about to get.
    Map<String, Integer> lastMinute(Instant now) {
        return db
                .sql("""
                select domain, count(*)::int as messages from (
                    select domain from notification.message where state = 'SENT' and sent_at > :minuteAgo
                    union all
                    select domain from notification.message where state in ('WAITING', 'SENDING') and state = 'SENDING' and next_attempt_at > :now
                ) as lately group by domain
                """)
                .param("minuteAgo", timestamp(now.minusSeconds(60)))
                .param("now", timestamp(now))
                .query((row, _) -> Map.entry(row.getString("domain"), row.getInt("messages")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Whoever holds the lease says so: a message whose lease ended and that someone else took is not touched.
    boolean markSent(UUID holder, Message claimed, Instant now) {
        return db.sql("""
                update notification.message
                set state = 'SENT', sent_at = :now, next_attempt_at = null, last_error = null, held_by = null
                where id = :id and state = 'SENDING' and held_by = :holder and attempts = :attempts
                """)
                        .param("now", timestamp(now))
                        .param("id", claimed.id())
                        .param("holder", holder)
                        .param("attempts", claimed.attempts())
                        .update()
                == 1;
    }

    void markFailed(UUID holder, Message claimed, Refusal why) {
        settle(holder, claimed, State.FAILED, null, why.code(), claimed.attempts());
    }

    void postpone(UUID holder, Message claimed, Refusal why, Instant until) {
        settle(holder, claimed, State.WAITING, until, why.code(), claimed.attempts());
    }

    /// The server was away: an attempt that says nothing about this message, and does not count.
    void spare(UUID holder, Message claimed, Refusal why, @Nullable Instant until) {
        settle(holder, claimed, State.WAITING, until, why.code(), claimed.attempts() - 1);
    }

    /// The message as it was given up and starts afresh, if it was.
    Optional<Message> restart(UUID id) {
        return db.sql("""
                update notification.message set state = 'WAITING', attempts = 0, next_attempt_at = null, held_by = null
                where id = :id and state = 'FAILED'
                returning *
                """).param("id", id).query(MessageRepository::message).optional();
    }

    private void settle(
            UUID holder, Message claimed, State state, @Nullable Instant next, @Nullable String error, int attempts) {
        db.sql("""
                update notification.message
                set state = :state, next_attempt_at = :next, last_error = :error, attempts = :attempts, held_by = null
                where id = :id and state = 'SENDING' and held_by = :holder and attempts = :claimedAttempts
                """)
                .param("holder", holder)
                .param("state", state.name())
                .param("next", timestamp(next))
                .param("error", error)
                .param("attempts", attempts)
                .param("id", claimed.id())
                .param("claimedAttempts", claimed.attempts())
                .update();
    }

    static Message message(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getObject("about", UUID.class),
                row.getString("recipient"),
                row.getString("reply_to"),
                row.getString("unsubscribe"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                invitation(row),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("useful_until")),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instant(row.getTimestamp("next_attempt_at")),
                row.getString("last_error"),
                instant(row.getTimestamp("sent_at")));
    }

    private static Mail.@Nullable Invitation invitation(ResultSet row) throws SQLException {
        var file = row.getString("calendar");
        return file == null
                ? null
                : new Mail.Invitation(
                        file,
                        CalendarFile.Method.valueOf(row.getString("calendar_method")),
                        row.getObject("session", UUID.class),
                        row.getInt("sequence"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    static java.time.@Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
