package fr.preau.registration;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which entry of a calendar is whose. Two children of one address each have their own, so that cancelling one never
/// takes the other's date away; registrations from before that was so keep the entry of their session.
@Component
public class CalendarEntries {
    private final JdbcClient sql;
    private final AtomicReference<Instant> since = new AtomicReference<>();

    CalendarEntries(JdbcClient sql) {
        this.sql = sql;
    }

    /// `thing` is the registration or its session; `name` makes the entry's UID.
    public record Entry(UUID thing, String name) {}

    public Entry of(Registration registration) {
        return isShared(registration)
                ? new Entry(
                        registration.session().value(),
                        "session-" + registration.session().value())
                : new Entry(registration.id().value(), "inscription-" + registration.id().value());
    }

    /// Whether somebody else of this address still has the same entry: it must stay then.
    public boolean isStillUsed(Registration registration) {
        return isShared(registration)
                && sql.sql("""
                        select exists (select from registration.registration
                            where session_id = :session and lower(mail) = lower(:mail) and id <> :id
                              and cancelled_at is null and created_at < :since)
                        """)
                        .param("session", registration.session().value())
                        .param("mail", registration.mail())
                        .param("id", registration.id().value())
                        .param("since", since().atOffset(java.time.ZoneOffset.UTC))
                        .query(Boolean.class)
                        .single();
    }

    private boolean isShared(Registration registration) {
        return registration.createdAt().isBefore(since());
    }

    /// It never changes: asked once.
    private Instant since() {
        var known = since.get();
        if (known == null) {
            known = sql.sql("select at from registration.own_entries_since")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
            since.set(known);
        }
        return known;
    }
}
