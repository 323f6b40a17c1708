package fr.preau.event;

import fr.preau.account.OrganisationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
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

    /// Writes its hours and seats; never fewer seats than are taken or held, whatever was planned, and never a
    /// cancelled session back to life.
    /// Gives the hours it had, when its date changes.
    Optional<Formerly.Hours> write(EventId event, EventContent.Slot slot, ZoneId zone) {
        var start = slot.startIn(zone).toOffsetDateTime();
        var end = slot.endIn(zone).toOffsetDateTime();
        var before = hours(slot.id());
        database.sql("""
                        insert into event.session as old (id, event_id, starts_at, ends_at, capacity, class_capacity)
                        values (:id, :event, :start, :end, :capacity, :classSeats)
                        on conflict (id) do update
                        set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
                            capacity = greatest(excluded.capacity, old.taken + old.held),
                            class_capacity = greatest(excluded.class_capacity, old.class_taken + old.class_held)
                        where old.event_id = excluded.event_id and not old.cancelled""")
                .param("id", slot.id())
                .param("event", event.value())
                .param("start", start)
                .param("end", end)
                .param("capacity", Objects.requireNonNull(slot.capacity()))
                .param("classSeats", Objects.requireNonNull(slot.seatsForClasses()))
                .update();
        return before.filter(hours -> !hours.cancelled() && !hours.equals(new Hours(start.toInstant(), end.toInstant(), false)))
                .map(hours -> new Formerly.Hours(new SessionId(slot.id()), hours.start(), hours.end()));
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

    /// One statement decides and counts: two people on the last seat never both pass, nor does anyone overtake those
    /// who wait (decision 11).
    boolean take(SessionId session, int seats, int classSeats, Instant now) {
        return take(session, seats, classSeats, now, "starts_at");
    }

    boolean takeAtDoor(SessionId session, int seats, Instant now) {
        return take(session, seats, 0, now, "ends_at");
    }

    private boolean take(SessionId session, int seats, int classSeats, Instant now, String until) {
        return database.sql("""
                        update event.session
                        set taken = taken + ?, class_taken = class_taken + ?
                        where id = ? and not cancelled and %s > ?
                          and ? <= case when ? > 0 then class_seats_left else seats_left end""".formatted(until))
                        .param(seats)
                        .param(classSeats)
                        .param(session.value())
                        .param(now.atOffset(ZoneOffset.UTC))
                        .param(seats)
                        .param(classSeats)
                        .update()
                == 1;
    }

    /// The event, when someone waits for them.
    Optional<EventId> release(SessionId session, int seats, int classSeats) {
        return database.sql("""
                        update event.session
                        set taken = taken - :seats, class_taken = class_taken - :classSeats
                        where id = :id
                        returning case when waiting > 0 then event_id end as awaited""")
                .param("id", session.value())
                .param("seats", seats)
                .param("classSeats", classSeats)
                .query((row, _) -> Optional.ofNullable(row.getObject("awaited", UUID.class)))
                .optional()
                .flatMap(awaited -> awaited.map(EventId::new));
    }

    /// What one entry of the waiting list adds to each count, or takes off.
    record Move(int taken, int held, int waiting) {}

    /// Behind the lock of [#lock]; the schema's checks hold the sums.
    void move(SessionId session, Move move, boolean forClass) {
        database.sql("""
                        update event.session
                        set taken = taken + :taken, held = held + :held, waiting = waiting + :waiting,
                            class_taken = class_taken + case when :forClass then :taken else 0 end,
                            class_held = class_held + case when :forClass then :held else 0 end,
                            class_waiting = class_waiting + case when :forClass then :waiting else 0 end
                        where id = :id""")
                .param("id", session.value())
                .param("taken", move.taken())
                .param("held", move.held())
                .param("waiting", move.waiting())
                .param("forClass", forClass)
                .update();
    }

    /// Holds the session's row until the transaction ends.
    boolean lock(SessionId session) {
        return database.sql("select id from event.session where id = :id for update")
                .param("id", session.value())
                .query((_, _) -> true)
                .optional()
                .isPresent();
    }

    List<SessionId> awaited(EventId event) {
        return database.sql("""
                        select id from event.session where event_id = :event and waiting > 0 and not cancelled
                        order by id""")
                .param("event", event.value())
                .query((row, _) -> new SessionId(row.getObject("id", UUID.class)))
                .list();
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

    List<PublishedSession> beginning(Instant from, Instant until) {
        return database.sql("""
                        select session.*, listing.zone
                        from event.session join event.listing using (event_id)
                        where session.starts_at >= :from and session.starts_at < :until
                          and not session.cancelled and not listing.cancelled
                        order by starts_at, id""")
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, _) -> session(row))
                .list();
    }

    List<PublishedSession> ending(Instant from, Instant until) {
        return ending("", new UUID[0], from, until);
    }

    List<PublishedSession> ending(Collection<OrganisationId> organisations, Instant from, Instant until) {
        var ids = organisations.stream().map(OrganisationId::value).toArray(UUID[]::new);
        return ending("and listing.organisation_id = any(:organisations)", ids, from, until);
    }

    private List<PublishedSession> ending(String which, UUID[] organisations, Instant from, Instant until) {
        return database.sql("""
                        select session.*, listing.zone
                        from event.session join event.listing using (event_id)
                        where ends_at >= :from and ends_at < :until and not session.cancelled %s
                        order by ends_at, id""".formatted(which))
                .param("organisations", organisations)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
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
                row.getBoolean("cancelled"),
                row.getInt("held"),
                row.getInt("class_held"),
                row.getInt("waiting"),
                row.getInt("class_waiting"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
