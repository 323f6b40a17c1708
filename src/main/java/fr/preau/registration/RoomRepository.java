package fr.preau.registration;

import fr.preau.programme.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Waiting rooms and their tickets as rows: every node sees the same line, and a restart forgets nobody.
@Repository
class RoomRepository {
    private static final String ROOM = """
            select seed is not null as drawn, issued, called, credit, credited_at
            from registration.room where edition_id = ?
            """;

    private final JdbcClient jdbc;

    RoomRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(EditionId edition, Instant now) {
        jdbc.sql("insert into registration.room (edition_id, credited_at) values (?, ?) on conflict do nothing")
                .param(edition.value())
                .param(Timestamp.from(now))
                .update();
    }

    long countIn(EditionId edition) {
        return jdbc.sql("select count(*) from registration.room where edition_id = ?")
                .param(edition.value())
                .query(Long.class)
                .single();
    }

    Optional<Room> find(EditionId edition) {
        return jdbc.sql(ROOM).param(edition.value()).query(RoomRepository::room).optional();
    }

    /// Whoever changes the line holds it: one after the other, for one short transaction.
    Room lock(EditionId edition) {
        return jdbc.sql(ROOM + " for update")
                .param(edition.value())
                .query(RoomRepository::room)
                .single();
    }

    void write(EditionId edition, Room room) {
        jdbc.sql("""
                        update registration.room set issued = ?, called = ?, credit = ?, credited_at = ?
                        where edition_id = ?
                        """)
                .param(room.issued())
                .param(room.called())
                .param(room.credit())
                .param(Timestamp.from(room.creditedAt()))
                .param(edition.value())
                .update();
    }

    void insert(EditionId edition, RoomTicket ticket, Instant now) {
        jdbc.sql("insert into registration.room_ticket (id, edition_id, arrived_at, place) values (?, ?, ?, ?::bigint)")
                .param(ticket.id())
                .param(edition.value())
                .param(Timestamp.from(now))
                .param(ticket.place())
                .update();
    }

    Optional<RoomTicket> find(EditionId edition, UUID ticket) {
        return jdbc.sql("""
                        select id, place, entered_at, sent from registration.room_ticket where id = ? and edition_id = ?
                        """)
                .param(ticket)
                .param(edition.value())
                .query(RoomRepository::ticket)
                .optional();
    }

    void place(UUID ticket, long place) {
        jdbc.sql("update registration.room_ticket set place = ? where id = ? and place is null")
                .param(place)
                .param(ticket)
                .update();
    }

    /// When one first went in, whoever writes it first.
    Instant enter(UUID ticket, Instant now) {
        return jdbc.sql("""
                        update registration.room_ticket set entered_at = coalesce(entered_at, ?) where id = ?
                        returning entered_at
                        """)
                .param(Timestamp.from(now))
                .param(ticket)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    void countForm(UUID ticket) {
        jdbc.sql("update registration.room_ticket set sent = sent + 1 where id = ?")
                .param(ticket)
                .update();
    }

    long present(EditionId edition) {
        return jdbc.sql("select count(*) from registration.room_ticket where edition_id = ?")
                .param(edition.value())
                .query(Long.class)
                .single();
    }

    /// Puts everyone who has no place yet in an order that nobody can foresee and anyone can do again: that of the
    /// digests of `seed` and their ticket. Returns how many.
    int draw(EditionId edition, UUID seed, Instant now) {
        jdbc.sql("update registration.room set seed = ?, drawn_at = ? where edition_id = ?")
                .param(seed)
                .param(Timestamp.from(now))
                .param(edition.value())
                .update();
        return jdbc.sql("""
                        update registration.room_ticket as ticket set place = ordered.place
                        from (
                            select id, row_number() over (
                                order by sha256(convert_to(? || ' ' || id, 'UTF8'))) as place
                            from registration.room_ticket where edition_id = ? and place is null) as ordered
                        where ticket.id = ordered.id
                        """).param(seed.toString()).param(edition.value()).update();
    }

    /// How many were forgotten.
    int forgetBefore(Instant moment) {
        return jdbc.sql("delete from registration.room_ticket where arrived_at < ?")
                .param(Timestamp.from(moment))
                .update();
    }

    private static Room room(ResultSet row, int number) throws SQLException {
        return new Room(
                row.getBoolean("drawn"),
                row.getLong("issued"),
                row.getLong("called"),
                row.getDouble("credit"),
                row.getTimestamp("credited_at").toInstant());
    }

    private static RoomTicket ticket(ResultSet row, int number) throws SQLException {
        var place = row.getLong("place");
        var placed = !row.wasNull();
        var entered = row.getTimestamp("entered_at");
        return new RoomTicket(
                row.getObject("id", UUID.class),
                placed ? place : null,
                entered == null ? null : entered.toInstant(),
                row.getInt("sent"));
    }
}
