package fr.preau.attendance;

import fr.preau.account.PersonId;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.registration.RegistrationId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Closed lists, what was corrected since, and the order in which doors and closings go.
@Repository
class ClosingRepository {
    private final JdbcClient jdbc;

    ClosingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends: acts at the door go together, a closing waits for them and they for it. What a
    /// closing announces is then what stands.
    void shareDoor(SessionId session) {
        lock("pg_advisory_xact_lock_shared", session);
    }

    void holdDoor(SessionId session) {
        lock("pg_advisory_xact_lock", session);
    }

    private void lock(String function, SessionId session) {
        jdbc.sql("select %s(hashtextextended(?, 0))".formatted(function))
                .param("attendance " + session.value())
                .query((_, _) -> true)
                .single();
    }

    Optional<Closing> find(SessionId session) {
        return jdbc.sql("select * from attendance.closing where session_id = ?")
                .param(session.value())
                .query((row, _) -> new Closing(
                        row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("by_organiser"),
                        row.getBoolean("presumed")))
                .optional();
    }

    Set<SessionId> closedAmong(Collection<SessionId> sessions) {
        return new HashSet<>(jdbc.sql("select session_id from attendance.closing where session_id = any(?)")
                .param(sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
                .list());
    }

    /// False when it was closed already.
    boolean close(PublishedSession session, @Nullable PersonId by, boolean presumed, Instant now) {
        return jdbc.sql("""
                        insert into attendance.closing (session_id, event_id, closed_at, by_organiser, closed_by, presumed)
                        values (:session, :event, :now, :someone, :by, :presumed)
                        on conflict do nothing""")
                        .param("session", session.id().value())
                        .param("event", session.event().value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("someone", by != null)
                        .param("by", by == null ? null : by.value(), java.sql.Types.OTHER)
                        .param("presumed", presumed)
                        .update()
                == 1;
    }

    record Correction(SessionId session, RegistrationId registration, boolean here, PersonId by, Instant at) {}

    void correct(Correction correction) {
        jdbc.sql("""
                        insert into attendance.correction (session_id, registration_id, here, corrected_at, corrected_by)
                        values (?, ?, ?, ?, ?)""")
                .param(correction.session().value())
                .param(correction.registration().value())
                .param(correction.here())
                .param(correction.at().atOffset(ZoneOffset.UTC))
                .param(correction.by().value())
                .update();
    }

    int corrections(SessionId session) {
        return jdbc.sql("select count(*)::int as it from attendance.correction where session_id = ?")
                .param(session.value())
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int namedBefore(Instant moment) {
        return jdbc.sql("""
                        select (select count(*) from attendance.closing where closed_at < :moment and closed_by is not null)
                            + (select count(*) from attendance.correction
                                where corrected_at < :moment and corrected_by is not null) as it""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int unnameBefore(Instant moment, int most) {
        var closings = jdbc.sql("""
                        update attendance.closing set closed_by = null
                        where session_id in (select session_id from attendance.closing
                            where closed_at < :moment and closed_by is not null limit :most)""")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
        return closings
                + jdbc.sql("""
                        update attendance.correction set corrected_by = null
                        where ctid = any(array(select ctid from attendance.correction
                            where corrected_at < :moment and corrected_by is not null limit :most))""")
                        .param("moment", moment.atOffset(ZoneOffset.UTC))
                        .param("most", most - closings)
                        .update();
    }
}
