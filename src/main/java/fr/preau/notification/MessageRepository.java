package fr.preau.notification;

import fr.preau.event.CalendarFile;
import fr.preau.notification.Message.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
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

    /// Takes up to `limit` messages whose turn it is, for as long as the lease. A lease left by a crash ends and
    /// the message is taken again. Rows that another worker is taking are skipped: none is taken twice. Domains
    /// that got `perDomain` messages within a minute wait, sign-in links and confirmations aside.
    List<Message> claim(Instant now, Duration lease, int limit, int perDomain) {
        return db
                .sql("""
                with busy as materialized (
                    select domain from notification.message
                    where state = 'SENT' and sent_at > :minuteAgo
                    group by domain having count(*) >= :perDomain
                ), due as materialized (
                    select id from notification.message
                    where state in ('WAITING', 'SENDING') and (next_attempt_at is null or next_attempt_at <= :now)
                        and (priority = 0 or domain not in (select domain from busy))
                    order by priority, created_at
                    limit :limit
                    for update skip locked
                )
                update notification.message
                set state = 'SENDING', attempts = attempts + 1, next_attempt_at = :leaseEnd
                from due where message.id = due.id
                returning message.*
                """)
                .param("minuteAgo", timestamp(now.minusSeconds(60)))
                .param("perDomain", perDomain)
                .param("now", timestamp(now))
                .param("limit", limit)
                .param("leaseEnd", timestamp(now.plus(lease)))
                .query(MessageRepository::message)
                .list()
                .stream()
                .sorted(Comparator.comparing((Message message) -> message.kind().priority())
                        .thenComparing(Message::createdAt))
                .toList();
    }

    /// Whoever holds the lease says so: a message whose lease ended and that someone else took is not touched.
    boolean markSent(Message claimed, Instant now) {
        return db.sql("""
                update notification.message
                set state = 'SENT', sent_at = :now, next_attempt_at = null, last_error = null
                where id = :id and state = 'SENDING' and attempts = :attempts
                """)
                        .param("now", timestamp(now))
                        .param("id", claimed.id())
                        .param("attempts", claimed.attempts())
                        .update()
                == 1;
    }

    void markFailed(Message claimed, Refusal why) {
        settle(claimed, State.FAILED, null, why.code(), claimed.attempts());
    }

    void postpone(Message claimed, Refusal why, Instant until) {
        settle(claimed, State.WAITING, until, why.code(), claimed.attempts());
    }

    /// Gives back a message that was taken and not tried.
    void release(Message claimed) {
        settle(claimed, State.WAITING, null, claimed.lastError(), claimed.attempts() - 1);
    }

    boolean restart(UUID id) {
        return db.sql("""
                update notification.message set state = 'WAITING', attempts = 0, next_attempt_at = null
                where id = :id and state = 'FAILED'
                """).param("id", id).update() == 1;
    }

    private void settle(Message claimed, State state, @Nullable Instant next, @Nullable String error, int attempts) {
        db.sql("""
                update notification.message
                set state = :state, next_attempt_at = :next, last_error = :error, attempts = :attempts
                where id = :id and state = 'SENDING' and attempts = :claimedAttempts
                """)
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
