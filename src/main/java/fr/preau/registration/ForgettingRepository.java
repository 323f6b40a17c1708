package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which registrations name someone for how long, and how they stop.
@Repository
class ForgettingRepository {
    private static final String DUE = """
            purged_at is null and keep_until < :today and (asked_until is null or asked_until < :today)
                and (kind = 'CLASS') = :classes
            """;

    private final JdbcClient jdbc;

    ForgettingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Classes or individuals, on that day.
    record Due(boolean classes, LocalDate today) {}

    /// A registration that still names someone, and its session.
    record Named(RegistrationId id, SessionId session) {}

    List<SessionId> sessions(Due due) {
        return where(due, "select distinct session_id from registration.registration where " + DUE)
                .query((row, _) -> new SessionId(row.getObject("session_id", UUID.class)))
                .list();
    }

    int count(Due due, Collection<SessionId> but) {
        return where(
                        due,
                        "select count(*)::int from registration.registration where session_id <> all(:but) and " + DUE)
                .param("but", values(but))
                .query(Integer.class)
                .single();
    }

    List<RegistrationId> find(Due due, int most) {
        return where(
                        due,
                        "select id from registration.registration where " + DUE
                                + " order by keep_until limit :most for update skip locked")
                .param("most", most)
                .query((row, _) -> new RegistrationId(row.getObject("id", UUID.class)))
                .list();
    }

    /// Counts stay: seats, pupils, girls, adults, level and school. The key that is left opens nothing.
    List<RegistrationsForgotten.Forgotten> forget(Collection<RegistrationId> ids, Instant now) {
        forgetWaiting("id = any(:ids)", now)
                .param("ids", ids.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .update();
        return jdbc.sql("""
                        with named as (
                            select id, session_id, mail from registration.registration
                            where id = any(:ids) and purged_at is null for update
                        ), answered as (
                            delete from registration.needs_answer where registration_id in (select id from named)
                        ), orphan as (
                            delete from registration.address_change where registration_id in (select id from named)
                        )
                        update registration.registration r
                        set first_name = '-', mail = r.id::text, key = left(replace(r.id::text, '-', ''), 27),
                            person_id = null, network = null, cancelled_reason = null, purged_at = :now,
                            needs = case when kind = 'CLASS' then '' end
                        from named where r.id = named.id
                        returning named.id, named.session_id, named.mail as forgotten
                        """)
                .param("ids", ids.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(ForgettingRepository::forgotten)
                .list();
    }

    /// What a teacher's classes no longer wait for.
    void forgetWaiting(PersonId teacher, Instant now) {
        forgetWaiting("person_id = :teacher and kind = 'CLASS'", now)
                .param("teacher", teacher.value())
                .update();
    }

    /// Off the list: nobody but the purge writes there any more.
    private JdbcClient.StatementSpec forgetWaiting(String which, Instant now) {
        return jdbc.sql("""
                        update registration.waiting set %s
                        where %s and ended_at is not null and purged_at is null
                        """.formatted(WaitingRepository.NAMELESS, which)).param("now", now.atOffset(ZoneOffset.UTC));
    }

    void keepUntil(RegistrationId id, LocalDate day) {
        jdbc.sql("""
                        update registration.registration set asked_until = greatest(asked_until, ?)
                        where id = ? and purged_at is null
                        """).param(day).param(id.value()).update();
    }

    /// The session is on another day than was thought: cancelled registrations follow it too.
    void align(SessionId session, LocalDate until) {
        jdbc.sql("""
                        update registration.registration set keep_until = ?
                        where session_id = ? and purged_at is null and keep_until <> ?
                        """).param(until).param(session.value()).param(until).update();
    }

    List<Named> classesOf(PersonId teacher) {
        return jdbc.sql("""
                        select id, session_id from registration.registration
                        where person_id = ? and kind = 'CLASS' and purged_at is null
                        """)
                .param(teacher.value())
                .query((row, _) -> new Named(
                        new RegistrationId(row.getObject("id", UUID.class)),
                        new SessionId(row.getObject("session_id", UUID.class))))
                .list();
    }

    /// A teacher's classes follow their account to its new address.
    void move(PersonId teacher, String before, String after) {
        for (var table : List.of("registration.registration", "registration.waiting")) {
            jdbc.sql("""
                            update %s set mail = ?
                            where person_id = ? and kind = 'CLASS' and mail = ? and purged_at is null
                            """.formatted(table))
                    .param(after)
                    .param(teacher.value())
                    .param(before)
                    .update();
        }
    }

    private JdbcClient.StatementSpec where(Due due, String statement) {
        return jdbc.sql(statement).param("today", due.today()).param("classes", due.classes());
    }

    private static RegistrationsForgotten.Forgotten forgotten(ResultSet row, int number) throws SQLException {
        return new RegistrationsForgotten.Forgotten(
                new RegistrationId(row.getObject("id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                row.getString("forgotten"));
    }

    private static UUID[] values(Collection<SessionId> sessions) {
        return sessions.stream().map(SessionId::value).toArray(UUID[]::new);
    }
}
