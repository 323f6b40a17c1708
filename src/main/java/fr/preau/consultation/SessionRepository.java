package fr.preau.consultation;

import fr.preau.allocation.Rule;
import fr.preau.consultation.Session.Drawing;
import fr.preau.consultation.Session.Joining;
import fr.preau.consultation.Session.State;
import fr.preau.consultation.Session.Where;
import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The sessions of consultations and their parts.
@Repository
class SessionRepository {
    private final JdbcClient jdbc;
    private final Territories territories;

    SessionRepository(JdbcClient jdbc, Territories territories) {
        this.jdbc = jdbc;
        this.territories = territories;
    }

    Optional<Session> find(SessionId id) {
        return one("select * from consultation.session where id = ?", id.value());
    }

    /// Held until the transaction ends: seats and states change one at a time in a session.
    Optional<Session> hold(SessionId id) {
        return one("select * from consultation.session where id = ? for update", id.value());
    }

    Optional<Session> findByKey(String key) {
        return one("select * from consultation.session where link_key = ? and state <> 'DRAFT'", key);
    }

    List<Session> of(ConsultationId consultation) {
        var steps = new HashMap<UUID, List<Step>>();
        jdbc.sql("""
                        select p.* from consultation.step p join consultation.session s on s.id = p.session_id
                        where s.consultation_id = ? order by p.position
                        """).param(consultation.value()).query((ResultSet row) -> {
            steps.computeIfAbsent(row.getObject("session_id", UUID.class), _ -> new ArrayList<>())
                    .add(step(row));
        });
        return jdbc.sql("select * from consultation.session where consultation_id = ? order by day, title, id")
                .param(consultation.value())
                .query((row, _) -> session(row, steps.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    /// How many sessions each of these territories prepares in each consultation.
    Map<ConsultationId, Integer> count(Collection<Territory> of) {
        var counts = new HashMap<ConsultationId, Integer>();
        jdbc.sql("""
                        select consultation_id, count(*) from consultation.session
                        where territory = any(?) group by consultation_id
                        """)
                .param(of.stream().map(Territory::key).toArray(String[]::new))
                .query((ResultSet row) -> {
                    counts.put(new ConsultationId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return counts;
    }

    List<SessionId> toClose(Instant now) {
        return jdbc.sql(
                        "select id from consultation.session where state = 'OPEN' and closes_at <= ? order by closes_at")
                .param(now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new SessionId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Nothing when it is there already.
    boolean insert(Session session) {
        var inserted = bound(session, """
                insert into consultation.session
                    (id, consultation_id, territory, title, host, place, video, instructions, zone, day, by_key, wishes,
                     rule, closes_at, draw_source, draw_at, draw_fallback)
                values (:id, :consultation, :territory, :title, :host, :place, :video, :instructions, :zone, :day,
                        :byKey, :wishes, :rule, :closes, :source, :draw, :fallback)
                on conflict do nothing
                """).update() == 1;
        if (inserted) {
            writeSteps(session);
        }
        return inserted;
    }

    /// False, and nothing written, when someone else changed it since.
    boolean update(Session session) {
        var updated = bound(session, """
                update consultation.session
                set territory = :territory, title = :title, host = :host, place = :place, video = :video,
                    instructions = :instructions, zone = :zone, day = :day, by_key = :byKey, wishes = :wishes,
                    rule = :rule, closes_at = :closes, draw_source = :source, draw_at = :draw,
                    draw_fallback = :fallback, lock = lock + 1
                where id = :id and consultation_id = :consultation and lock = :lock
                """).param("lock", session.lock()).update() == 1;
        if (updated) {
            writeSteps(session);
        }
        return updated;
    }

    /// False, and nothing written, when someone else changed the session since, or opened it.
    boolean choose(SessionId id, Rule rule, int lock) {
        return jdbc.sql("""
                        update consultation.session set rule = ?, lock = lock + 1
                        where id = ? and state = 'DRAFT' and lock = ?
                        """).params(rule.name(), id.value(), lock).update() == 1;
    }

    void open(SessionId id, @Nullable String key, String code) {
        jdbc.sql("""
                        update consultation.session
                        set state = 'OPEN', link_key = coalesce(link_key, :key::text), code = :code, lock = lock + 1
                        where id = :id and state = 'DRAFT'
                        """)
                .param("key", key)
                .param("code", code)
                .param("id", id.value())
                .update();
    }

    Optional<Session> findByCode(String code) {
        return one("select * from consultation.session where code = ? and state <> 'DRAFT'", code);
    }

    /// False when this very form already drew one.
    boolean changeKey(SessionId id, String key, String code, UUID form) {
        return jdbc.sql("""
                        update consultation.session
                        set link_key = :key, code = :code, link_form = :form, lock = lock + 1
                        where id = :id and by_key and state <> 'DRAFT' and link_form is distinct from :form
                        """)
                        .param("key", key)
                        .param("code", code)
                        .param("form", form)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void revoke(SessionId id) {
        jdbc.sql(
                        "update consultation.session set link_key = null, code = null, lock = lock + 1 where id = ? and by_key")
                .param(id.value())
                .update();
    }

    void freeze(SessionId id, String hash, Instant now) {
        jdbc.sql("""
                        update consultation.session
                        set state = 'CLOSED', frozen_hash = ?, frozen_at = ?, lock = lock + 1 where id = ?
                        """).params(hash, now.atOffset(ZoneOffset.UTC), id.value()).update();
    }

    void setState(SessionId id, State state) {
        jdbc.sql("update consultation.session set state = ?, lock = lock + 1 where id = ?")
                .params(state.name(), id.value())
                .update();
    }

    private JdbcClient.StatementSpec bound(Session session, String sql) {
        var where = session.where();
        var joining = session.joining();
        var drawing = session.drawing();
        var rule = drawing.rule();
        return jdbc.sql(sql)
                .param("id", session.id().value())
                .param("consultation", session.consultation().value())
                .param("territory", session.territory().key())
                .param("title", session.title())
                .param("host", where.host())
                .param("place", where.place())
                .param("video", where.video())
                .param("instructions", where.instructions())
                .param("zone", session.zone().getId())
                .param("day", session.day())
                .param("byKey", joining.byKey())
                .param("wishes", joining.wishes())
                .param("rule", rule == null ? null : rule.name())
                .param("closes", joining.closesAt().atOffset(ZoneOffset.UTC))
                .param("source", drawing.source())
                .param("draw", drawing.at().atOffset(ZoneOffset.UTC))
                .param("fallback", drawing.fallback());
    }

    private void writeSteps(Session session) {
        jdbc.sql("delete from consultation.step where session_id = ?")
                .param(session.id().value())
                .update();
        var position = 0;
        for (var step : session.steps()) {
            jdbc.sql("""
                            insert into consultation.step (session_id, position, kind, title, starts, ends, room)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            session.id().value(),
                            position++,
                            step.kind().name(),
                            step.title(),
                            step.starts(),
                            step.ends(),
                            step.room())
                    .update();
        }
    }

    private Optional<Session> one(String sql, Object parameter) {
        return jdbc.sql(sql)
                .param(parameter)
                .query((row, _) -> session(row, steps(row.getObject("id", UUID.class))))
                .optional();
    }

    private List<Step> steps(UUID session) {
        return jdbc.sql("select * from consultation.step where session_id = ? order by position")
                .param(session)
                .query((row, _) -> step(row))
                .list();
    }

    private static Step step(ResultSet row) throws SQLException {
        return new Step(
                Step.Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                row.getObject("starts", LocalTime.class),
                row.getObject("ends", LocalTime.class),
                row.getString("room"));
    }

    private Session session(ResultSet row, List<Step> steps) throws SQLException {
        var rule = row.getString("rule");
        return new Session(
                new SessionId(row.getObject("id", UUID.class)),
                new ConsultationId(row.getObject("consultation_id", UUID.class)),
                territories.find(row.getString("territory")).orElseThrow(),
                row.getString("title"),
                new Where(
                        row.getString("host"),
                        row.getString("place"),
                        row.getString("video"),
                        row.getString("instructions")),
                row.getObject("day", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                new Joining(
                        row.getBoolean("by_key"),
                        row.getString("link_key"),
                        row.getString("code"),
                        row.getInt("wishes"),
                        instant(row, "closes_at")),
                new Drawing(
                        rule == null ? null : Rule.valueOf(rule),
                        row.getString("draw_source"),
                        instant(row, "draw_at"),
                        row.getString("draw_fallback"),
                        row.getString("frozen_hash"),
                        row.getObject("frozen_at") == null ? null : instant(row, "frozen_at")),
                steps,
                State.valueOf(row.getString("state")),
                row.getInt("lock"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
