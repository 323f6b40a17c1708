package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Those who wait, as rows. Written only behind the session's lock ([fr.preau.event.Seats#lock]).
@Repository
class WaitingRepository {
    /// What one promotion looks at: whoever is further back waits until the front has moved.
    private static final int FRONT = 500;

    /// What was asked for stays, as a number. The key that is left opens nothing.
    static final String NAMELESS = """
            first_name = '-', mail = id::text, key = left(replace(id::text, '-', ''), 27),
            person_id = null, network = null, class_name = case when kind = 'CLASS' then '-' end, girls = null,
            needs = case when kind = 'CLASS' then '' end, purged_at = :now
            """;

    private final JdbcClient jdbc;

    WaitingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// At the end of the list; false when the same person or class waits already.
    boolean insert(Registration wanted, Registrant registrant, RegistrationRepository.Keeping keeping) {
        var sql = """
                insert into registration.waiting (%s, place)
                values (%s, (select coalesce(max(place), 0) + 1 from registration.waiting where session_id = ?))
                on conflict do nothing
                """.formatted(RegistrationRepository.COLUMNS, RegistrationRepository.MARKS);
        return RegistrationRepository.bound(jdbc.sql(sql), wanted, registrant, keeping)
                        .param(wanted.session().value())
                        .update()
                == 1;
    }

    /// Whether the same person or class is on the list already.
    boolean waits(Registration wanted) {
        return RegistrationRepository.isThere(wanted, jdbc, "registration.waiting where ended_at is null");
    }

    /// Makes a registration of an offered entry, within the database: the number of girls does not leave it. False when
    /// there is no offer, or the same person or class is registered already.
    boolean register(RegistrationId id, LocalDate keepUntil, Instant now) {
        var sql = """
                insert into registration.registration (%1$s, keep_until)
                select %2$s, :keepUntil
                from registration.waiting where id = :id and state = 'OFFERED'
                on conflict do nothing
                """.formatted(
                        RegistrationRepository.COLUMNS,
                        RegistrationRepository.COLUMNS.replace("created_at", "cast(:now as timestamptz)"));
        return jdbc.sql(sql)
                        .param("id", id.value())
                        .param("keepUntil", keepUntil)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<WaitingEntry> find(RegistrationId id) {
        return jdbc.sql("select * from registration.waiting where id = ?")
                .param(id.value())
                .query(WaitingRepository::entry)
                .optional();
    }

    Optional<WaitingEntry> findByToken(UUID token) {
        return jdbc.sql("select * from registration.waiting where form_token = ?")
                .param(token)
                .query(WaitingRepository::entry)
                .optional();
    }

    /// On the list still, or off it.
    Optional<WaitingEntry> findByKey(String key) {
        return jdbc.sql("select * from registration.waiting where key = ? and purged_at is null")
                .param(key)
                .query(WaitingRepository::entry)
                .optional();
    }

    /// The front of the list, in the order of arrival.
    List<WaitingEntry> front(SessionId session) {
        return jdbc.sql("""
                        select * from registration.waiting where session_id = ? and state = 'WAITING'
                        order by place limit ?
                        """)
                .param(session.value())
                .param(FRONT)
                .query(WaitingRepository::entry)
                .list();
    }

    /// Waiting or with an open offer, `limit` of them after `offset`, in the order of arrival.
    List<WaitingEntry> live(SessionId session, int offset, int limit) {
        return jdbc.sql("""
                        select * from registration.waiting where session_id = ? and ended_at is null
                        order by place limit ? offset ?
                        """)
                .param(session.value())
                .param(limit)
                .param(offset)
                .query(WaitingRepository::entry)
                .list();
    }

    /// The same, all of them, by their ids.
    List<RegistrationId> liveIds(SessionId session) {
        return jdbc.sql("select id from registration.waiting where session_id = ? and ended_at is null order by place")
                .param(session.value())
                .query((row, _) -> new RegistrationId(row.getObject("id", UUID.class)))
                .list();
    }

    int countLive(SessionId session) {
        return jdbc.sql("select count(*)::int from registration.waiting where session_id = ? and ended_at is null")
                .param(session.value())
                .query(Integer.class)
                .single();
    }

    /// Who is before someone on the list.
    record Ahead(int entries, int classes, int seats) {}

    Ahead ahead(WaitingEntry entry) {
        return jdbc.sql("""
                        select count(*)::int as entries, count(*) filter (where kind = 'CLASS')::int as classes,
                            coalesce(sum(seats), 0)::int as seats
                        from registration.waiting
                        where session_id = ? and state = 'WAITING' and place < ?
                        """)
                .param(entry.session().value())
                .param(entry.place())
                .query(Ahead.class)
                .single();
    }

    List<WaitingEntry> liveOf(String mail) {
        return jdbc.sql("""
                        select * from registration.waiting
                        where lower(mail) = lower(:mail) and ended_at is null and kind <> 'CLASS'
                        union all
                        select * from registration.waiting
                        where lower(mail) = lower(:mail) and ended_at is null and kind = 'CLASS'
                        order by created_at desc limit 100
                        """).param("mail", mail).query(WaitingRepository::entry).list();
    }

    List<WaitingEntry> liveOf(PersonId teacher) {
        return jdbc.sql("""
                        select * from registration.waiting
                        where person_id = ? and kind = 'CLASS' and ended_at is null
                        order by created_at limit 100
                        """)
                .param(teacher.value())
                .query(WaitingRepository::entry)
                .list();
    }

    /// What the classes of a school wait for.
    List<WaitingEntry> liveOf(Uai school) {
        return jdbc.sql("""
                        select * from registration.waiting
                        where uai = ? and kind = 'CLASS' and ended_at is null
                        order by created_at limit 100
                        """)
                .param(school.value())
                .query(WaitingRepository::entry)
                .list();
    }

    void offer(RegistrationId id, Instant now, Instant until) {
        jdbc.sql("update registration.waiting set state = 'OFFERED', offered_at = ?, offered_until = ? where id = ?")
                .param(Timestamp.from(now))
                .param(Timestamp.from(until))
                .param(id.value())
                .update();
    }

    void pass(List<RegistrationId> ids) {
        jdbc.sql("update registration.waiting set passed = passed + 1 where id = any(?)")
                .param(ids.stream().map(RegistrationId::value).toArray(UUID[]::new))
                .update();
    }

    /// On the list or off it: everything that names this teacher.
    List<WaitingEntry> naming(PersonId teacher) {
        return jdbc.sql("""
                        select * from registration.waiting
                        where person_id = ? and kind = 'CLASS' and purged_at is null order by created_at desc limit 500
                        """)
                .param(teacher.value())
                .query(WaitingRepository::entry)
                .list();
    }

    void rename(RegistrationId id, String firstName) {
        jdbc.sql("update registration.waiting set first_name = ? where id = ? and purged_at is null")
                .param(firstName)
                .param(id.value())
                .update();
    }

    void forget(RegistrationId id, Instant now) {
        jdbc.sql("update registration.waiting set %s where id = :id and purged_at is null".formatted(NAMELESS))
                .param("now", Timestamp.from(now))
                .param("id", id.value())
                .update();
    }

    void end(RegistrationId id, WaitingEntry.State state, Instant now) {
        jdbc.sql("update registration.waiting set state = ?, ended_at = ? where id = ?")
                .param(state.name())
                .param(Timestamp.from(now))
                .param(id.value())
                .update();
    }

    void resize(RegistrationId id, int seats) {
        jdbc.sql("update registration.waiting set seats = ? where id = ?")
                .param(seats)
                .param(id.value())
                .update();
    }

    void resize(RegistrationId id, int seats, ClassChange change) {
        RegistrationRepository.resized(jdbc, "registration.waiting", seats, change)
                .param("id", id.value())
                .update();
    }

    /// Offers whose time is over, the oldest first.
    List<WaitingEntry> overdue(Instant now) {
        return jdbc.sql("""
                        select * from registration.waiting where state = 'OFFERED' and offered_until <= ?
                        order by offered_until limit 100
                        """)
                .param(Timestamp.from(now))
                .query(WaitingRepository::entry)
                .list();
    }

    /// A session someone waits for.
    record Awaited(EventId event, SessionId session) {}

    List<Awaited> awaited() {
        return jdbc.sql("select distinct event_id, session_id from registration.waiting where ended_at is null")
                .query((row, _) -> new Awaited(
                        new EventId(row.getObject("event_id", UUID.class)),
                        new SessionId(row.getObject("session_id", UUID.class))))
                .list();
    }

    int count(WaitingEntry.State state) {
        return jdbc.sql("select count(*)::int from registration.waiting where state = ? and ended_at is null")
                .param(state.name())
                .query(Integer.class)
                .single();
    }

    private static WaitingEntry entry(ResultSet row, int number) throws SQLException {
        var until = row.getTimestamp("offered_until");
        return new WaitingEntry(
                RegistrationRepository.registration(row, number),
                row.getInt("place"),
                row.getInt("passed"),
                WaitingEntry.State.valueOf(row.getString("state")),
                until == null ? null : until.toInstant());
    }
}
