package fr.preau.consultation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Frozen wishes and the records of draws: written once.
@Repository
class DrawRepository {
    private final JdbcClient jdbc;

    DrawRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A draw without its record, which may be long.
    record Made(int number, Instant at, Kind kind, String publicValue, String seed, String digest) {}

    /// The first one, or a pass after withdrawals.
    enum Kind {
        FIRST,
        PASS
    }

    /// What had been announced until `at`.
    record Announced(Instant at, String source, Instant known, String fallback) {}

    /// What was announced before what is announced now, the oldest first.
    List<Announced> announced(SessionId session) {
        return jdbc.sql("""
                        select at, source, draw_at, fallback from consultation.announcement
                        where session_id = ? order by number
                        """)
                .param(session.value())
                .query((row, _) -> new Announced(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("source"),
                        row.getObject("draw_at", OffsetDateTime.class).toInstant(),
                        row.getString("fallback")))
                .list();
    }

    void insert(SessionId session, Announced announced) {
        jdbc.sql("""
                        insert into consultation.announcement (session_id, number, at, source, draw_at, fallback)
                        select :session, count(*) + 1, :at, :source, :known, :fallback
                        from consultation.announcement where session_id = :session
                        """)
                .param("session", session.value())
                .param("at", announced.at().atOffset(ZoneOffset.UTC))
                .param("source", announced.source())
                .param("known", announced.known().atOffset(ZoneOffset.UTC))
                .param("fallback", announced.fallback())
                .update();
    }

    Optional<Frozen> frozen(SessionId session) {
        return jdbc.sql("select wishes, seats from consultation.frozen where session_id = ?")
                .param(session.value())
                .query(Frozen.class)
                .optional();
    }

    void freeze(SessionId session, Frozen frozen) {
        jdbc.sql("insert into consultation.frozen (session_id, wishes, seats) values (?, ?, ?)")
                .params(session.value(), frozen.wishes(), frozen.seats())
                .update();
    }

    List<Made> of(SessionId session) {
        return jdbc.sql("""
                        select number, at, kind, public_value, seed, digest from consultation.draw
                        where session_id = ? order by number
                        """)
                .param(session.value())
                .query((row, _) -> new Made(
                        row.getInt("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("public_value"),
                        row.getString("seed"),
                        row.getString("digest")))
                .list();
    }

    Optional<String> record(SessionId session, int number) {
        return jdbc.sql("select record from consultation.draw where session_id = ? and number = ?")
                .params(session.value(), number)
                .query(String.class)
                .optional();
    }

    void insert(SessionId session, Made made, String record) {
        jdbc.sql("""
                        insert into consultation.draw
                            (session_id, number, at, kind, public_value, seed, record, digest)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        session.value(),
                        made.number(),
                        made.at().atOffset(ZoneOffset.UTC),
                        made.kind().name(),
                        made.publicValue(),
                        made.seed(),
                        record,
                        made.digest())
                .update();
    }
}
