package fr.preau.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `event.session`: the sessions of published events, and their one seat counter.
@Repository
class SeatRepository {
    enum Written {
        NEW,
        MOVED,
        KEPT
    }

    private final JdbcClient database;

    SeatRepository(JdbcClient database) {
        this.database = database;
    }

    Set<SessionId> idsOf(EventId event) {
        return new HashSet<>(database.sql("select id from event.session where event_id = :event and not cancelled")
                .param("event", event.value())
                .query((row, _) -> new SessionId(row.getObject("id", UUID.class)))
                .list());
    }

    /// Writes its hours and seats; never fewer seats than are taken, whatever was planned, and never a cancelled
    /// session back to life.
    Written write(EventId event, EventContent.Slot slot, ZoneId zone) {
        var start = slot.startIn(zone).toOffsetDateTime();
        var end = slot.endIn(zone).toOffsetDateTime();
        var before = hours(slot.id());
        database.sql("""
                        insert into event.session as old (id, event_id, starts_at, ends_at, capacity, class_capacity)
                        values (:id, :event, :start, :end, :capacity, :classSeats)
                        on conflict (id) do update
                        set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            capacity = greatest(excluded.capacity, old.taken),
                            class_capacity = greatest(excluded.class_capacity, old.class_taken)
                        where old.event_id = excluded.event_id and not old.cancelled""")
                .param("id", slot.id())
                .param("event", event.value())
                .param("start", start)
                .param("end", end)
                .param("capacity", Objects.requireNonNull(slot.capacity()))
                .param("classSeats", Objects.requireNonNull(slot.classSeats()))
                .update();
        return before.map(
                        hours -> hours.equals(new Hours(start.toInstant(), end.toInstant(), false)) || hours.cancelled()
                                ? Written.KEPT
                                : Written.MOVED)
                .orElse(Written.NEW);
    }

    /// False when it was already.
    boolean cancel(SessionId session) {
        return database.sql("update event.session set cancelled = true where id = :id and not cancelled")
                        .param("id", session.value())
                        .update()
                == 1;
    }

    void cancelAll(EventId event) {
        database.sql("update event.session set cancelled = true where event_id = :event and not cancelled")
                .param("event", event.value())
                .update();
    }

    /// One statement decides and counts: two people on the last seat never both pass (decision 11).
    boolean take(SessionId session, int seats, int classSeats, Instant now) {
        return database.sql("""
                        update event.session
                        set taken = taken + ?, class_taken = class_taken + ?
                        where id = ? and not cancelled and starts_at > ?
                          and taken + ? <= capacity and class_taken + ? <= class_capacity""")
                        .param(seats)
                        .param(classSeats)
                        .param(session.value())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(seats)
                        .param(classSeats)
                        .update()
                == 1;
    }

    void release(SessionId session, int seats, int classSeats) {
        database.sql("""
                        update event.session
                        set taken = taken - :seats, class_taken = class_taken - :classSeats
                        where id = :id""")
                .param("id", session.value())
                .param("seats", seats)
                .param("classSeats", classSeats)
                .update();
    }

    Optional<PublishedSession> find(SessionId session) {
        return database.sql("""
                        select session.*, listing.zone
                        from event.session join event.listing using (event_id)
                        where session.id = :id""")
                .param("id", session.value())
                .query((row, _) -> session(row))
                .optional();
    }

    /// In the order of their dates, cancelled ones too.
    List<PublishedSession> ofEvent(EventId event) {
        return database.sql("""
                        select session.*, listing.zone
                        from event.session join event.listing using (event_id)
                        where session.event_id = :event
                        order by starts_at, ends_at, id""")
                .param("event", event.value())
                .query((row, _) -> session(row))
                .list();
    }

    private record Hours(Instant start, Instant end, boolean cancelled) {}

    private Optional<Hours> hours(UUID session) {
        return database.sql("select starts_at, ends_at, cancelled from event.session where id = :id for update")
                .param("id", session)
                .query((row, _) ->
                        new Hours(instant(row, "starts_at"), instant(row, "ends_at"), row.getBoolean("cancelled")))
                .optional();
    }

    static PublishedSession session(ResultSet row) throws SQLException {
        var zone = ZoneId.of(row.getString("zone"));
        return new PublishedSession(
                new SessionId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                instant(row, "starts_at").atZone(zone),
                instant(row, "ends_at").atZone(zone),
                row.getInt("capacity"),
                row.getInt("class_capacity"),
                row.getInt("taken"),
                row.getInt("class_taken"),
                row.getBoolean("cancelled"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
