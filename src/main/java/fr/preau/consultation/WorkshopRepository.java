package fr.preau.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The workshops of sessions and the seats they keep for some.
@Repository
class WorkshopRepository {
    private final JdbcClient jdbc;

    WorkshopRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order the organiser gave, cancelled ones included.
    List<Workshop> of(SessionId session) {
        var kept = kept(session);
        return jdbc.sql("select * from consultation.workshop where session_id = ? order by position, id")
                .param(session.value())
                .query((row, _) -> workshop(row, kept))
                .list();
    }

    Optional<SessionId> sessionOf(WorkshopId id) {
        return jdbc.sql("select session_id from consultation.workshop where id = ?")
                .param(id.value())
                .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
                .optional();
    }

    Optional<WorkshopId> findByReportKey(String key) {
        return jdbc.sql("select id from consultation.workshop where report_key = ?")
                .param(key)
                .query((row, _) -> new WorkshopId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// Last in its session; nothing when it is there already.
    void insert(Workshop workshop) {
        var inserted = bound(workshop, """
                insert into consultation.workshop
                    (id, session_id, theme, title, about, seats, room, video, facilitator, rapporteur, report_key, position)
                select :id, :session, :theme, :title, :about, :seats, :room, :video, :facilitator, :rapporteur, :key,
                    coalesce(max(position) + 1, 0)
                from consultation.workshop where session_id = :session
                on conflict do nothing
                """).param("key", workshop.reportKey()).update();
        if (inserted == 1) {
            writeKept(workshop);
        }
    }

    /// False, and nothing written, when someone else changed it since.
    boolean update(Workshop workshop) {
        var updated = bound(workshop, """
                update consultation.workshop
                set theme = :theme, title = :title, about = :about, seats = :seats, room = :room, video = :video,
                    facilitator = :facilitator, rapporteur = :rapporteur, lock = lock + 1
                where id = :id and session_id = :session and lock = :lock
                """).param("lock", workshop.lock()).update() == 1;
        if (updated) {
            writeKept(workshop);
        }
        return updated;
    }

    void delete(WorkshopId id) {
        jdbc.sql("delete from consultation.kept_seats where workshop_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("delete from consultation.workshop where id = ?")
                .param(id.value())
                .update();
    }

    void cancel(WorkshopId id, Instant now) {
        jdbc.sql("""
                        update consultation.workshop set cancelled_at = ?, lock = lock + 1
                        where id = ? and cancelled_at is null
                        """).params(now.atOffset(ZoneOffset.UTC), id.value()).update();
    }

    void withhold(WorkshopId id, boolean withheld) {
        jdbc.sql("update consultation.workshop set withheld = ? where id = ?")
                .params(withheld, id.value())
                .update();
    }

    private JdbcClient.StatementSpec bound(Workshop workshop, String sql) {
        return jdbc.sql(sql)
                .param("id", workshop.id().value())
                .param("session", workshop.session().value())
                .param("theme", workshop.theme())
                .param("title", workshop.title())
                .param("about", workshop.about())
                .param("seats", workshop.seats())
                .param("room", workshop.place().room())
                .param("video", workshop.place().video())
                .param("facilitator", workshop.people().facilitator())
                .param("rapporteur", workshop.people().rapporteur());
    }

    private void writeKept(Workshop workshop) {
        jdbc.sql("delete from consultation.kept_seats where workshop_id = ?")
                .param(workshop.id().value())
                .update();
        workshop.kept()
                .forEach((category, seats) -> jdbc.sql(
                                "insert into consultation.kept_seats (workshop_id, category, seats) values (?, ?, ?)")
                        .params(workshop.id().value(), category.name(), seats)
                        .update());
    }

    private Map<UUID, Map<Category, Integer>> kept(SessionId session) {
        var all = new HashMap<UUID, Map<Category, Integer>>();
        jdbc.sql("""
                        select k.* from consultation.kept_seats k
                        join consultation.workshop w on w.id = k.workshop_id where w.session_id = ?
                        """).param(session.value()).query((ResultSet row) -> {
            all.computeIfAbsent(row.getObject("workshop_id", UUID.class), _ -> new EnumMap<>(Category.class))
                    .put(Category.valueOf(row.getString("category")), row.getInt("seats"));
        });
        return all;
    }

    private static Workshop.State state(ResultSet row) throws SQLException {
        if (row.getObject("cancelled_at") != null) {
            return Workshop.State.CANCELLED;
        }
        return row.getBoolean("withheld") ? Workshop.State.WITHHELD : Workshop.State.HELD;
    }

    private static Workshop workshop(ResultSet row, Map<UUID, Map<Category, Integer>> kept) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Workshop(
                new WorkshopId(id),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getString("theme"),
                row.getString("title"),
                row.getString("about"),
                row.getInt("seats"),
                kept.getOrDefault(id, Map.of()),
                new Workshop.Place(row.getString("room"), row.getString("video")),
                new Workshop.People(row.getString("facilitator"), row.getString("rapporteur")),
                row.getString("report_key"),
                state(row),
                row.getInt("lock"));
    }
}
