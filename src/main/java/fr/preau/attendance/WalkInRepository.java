package fr.preau.attendance;

import fr.preau.event.Audience;
import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// People who came without having registered: numbers.
@Repository
class WalkInRepository {
    private final JdbcClient jdbc;

    WalkInRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// `id` is its form's token.
    record WalkIn(UUID id, int people, @Nullable Audience level, Instant at) {}

    /// False when this form was counted already.
    boolean insert(PublishedSession session, WalkIn walkIn) {
        var level = walkIn.level();
        return jdbc.sql("""
                        insert into attendance.walk_in (id, event_id, session_id, people, level, came_at)
                        values (:id, :event, :session, :people, :level, :at)
                        on conflict do nothing""")
                        .param("id", walkIn.id())
                        .param("event", session.event().value())
                        .param("session", session.id().value())
                        .param("people", walkIn.people())
                        .param("level", level == null ? null : level.name(), Types.VARCHAR)
                        .param("at", walkIn.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean isCounted(UUID id) {
        return jdbc.sql("select exists (select from attendance.walk_in where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /// How many they were; empty when they were taken away already.
    OptionalInt delete(SessionId session, UUID id) {
        return jdbc
                .sql("delete from attendance.walk_in where session_id = ? and id = ? returning people")
                .param(session.value())
                .param(id)
                .query((row, _) -> row.getInt("people"))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    int people(SessionId session) {
        return jdbc.sql("select coalesce(sum(people), 0)::int as it from attendance.walk_in where session_id = ?")
                .param(session.value())
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    /// The latest first, five at most: what one may still want to undo.
    List<WalkIn> latest(SessionId session) {
        return jdbc.sql("select * from attendance.walk_in where session_id = ? order by came_at desc, id limit 5")
                .param(session.value())
                .query((row, _) -> new WalkIn(
                        row.getObject("id", UUID.class),
                        row.getInt("people"),
                        row.getString("level") == null ? null : Audience.valueOf(row.getString("level")),
                        row.getObject("came_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
