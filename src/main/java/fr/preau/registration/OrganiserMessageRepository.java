package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What organisers wrote: its subject and how many received it, never its text.
@Repository
class OrganiserMessageRepository {
    private final JdbcClient jdbc;

    OrganiserMessageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One message of this event at a time, so that counting and writing are one.
    void lock(EventId event) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("registration.message " + event.value())
                .query((_, _) -> true)
                .single();
    }

    boolean exists(UUID token) {
        return jdbc.sql("select exists (select from registration.message where form_token = ?) as it")
                .param(token)
                .query((row, _) -> row.getBoolean("it"))
                .single();
    }

    int since(EventId event, Instant when) {
        return jdbc.sql("select count(*)::int as it from registration.message where event_id = ? and sent_at > ?")
                .param(event.value())
                .param(Timestamp.from(when))
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    /// `session` is null when it went to all of them.
    record Sent(
            UUID token,
            PersonId by,
            Instant at,
            String subject,
            int recipients,
            @Nullable SessionId session) {}

    void insert(EventId event, Sent sent) {
        jdbc.sql("""
                        insert into registration.message (form_token, event_id, sent_by, sent_at, subject, recipients,
                            session_id)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(sent.token())
                .param(event.value())
                .param(sent.by().value())
                .param(Timestamp.from(sent.at()))
                .param(sent.subject())
                .param(sent.recipients())
                .param(new SqlParameterValue(
                        Types.OTHER,
                        sent.session() == null ? null : sent.session().value()))
                .update();
    }

    /// The latest first.
    List<Sent> of(EventId event, int offset, int limit) {
        return jdbc.sql("""
                        select * from registration.message
                        where event_id = ?
                        order by sent_at desc, form_token
                        limit ? offset ?
                        """)
                .param(event.value())
                .param(limit)
                .param(offset)
                .query((row, _) -> sent(row))
                .list();
    }

    int count(EventId event) {
        return jdbc.sql("select count(*)::int as it from registration.message where event_id = ?")
                .param(event.value())
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int countBefore(Instant when) {
        return jdbc.sql("select count(*)::int as it from registration.message where sent_at < ?")
                .param(Timestamp.from(when))
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int forgetBefore(Instant when, int most) {
        return jdbc.sql("""
                        delete from registration.message
                        where form_token in (select form_token from registration.message where sent_at < ? limit ?)
                        """).param(Timestamp.from(when)).param(most).update();
    }

    private static Sent sent(ResultSet row) throws SQLException {
        var session = row.getObject("session_id", UUID.class);
        return new Sent(
                row.getObject("form_token", UUID.class),
                new PersonId(row.getObject("sent_by", UUID.class)),
                row.getTimestamp("sent_at").toInstant(),
                row.getString("subject"),
                row.getInt("recipients"),
                session == null ? null : new SessionId(session));
    }
}
