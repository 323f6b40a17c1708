package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
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

    record Sent(UUID token, PersonId by, Instant at, String subject, int recipients) {}

    void insert(EventId event, Sent sent) {
        jdbc.sql("""
                        insert into registration.message (form_token, event_id, sent_by, sent_at, subject, recipients)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(sent.token())
                .param(event.value())
                .param(sent.by().value())
                .param(Timestamp.from(sent.at()))
                .param(sent.subject())
                .param(sent.recipients())
                .update();
    }
}
