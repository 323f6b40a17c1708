package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Registrations as rows. Every write of this module touches a registration's row first, then the session's row, then
/// those who wait for it (decision 11): one order everywhere, so no deadlock, and the counter everyone waits for is
/// held the shortest.
@Repository
class RegistrationRepository {
    /// Where [#standing] starts.
    static final UUID BEFORE_ALL = new UUID(0, 0);

    /// The form it comes from, the network that sent it ([Networks]), and the day it is forgotten.
    record Keeping(UUID token, @Nullable String network, LocalDate until) {}

    private final JdbcClient jdbc;

    RegistrationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a registration and an entry of the waiting list have in common, and as many question marks.
    static final String COLUMNS =
            "id, form_token, key, event_id, session_id, kind, first_name, mail, seats, level, uai, person_id, class_name, pupils, girls, adults, needs, created_at, network";

    static final String MARKS = COLUMNS.replaceAll("\\w+", "?");

    private static final String INSERT_CLASS =
            "insert into registration.registration (%s, keep_until) values (%s, ?) on conflict do nothing"
                    .formatted(COLUMNS, MARKS);

    private static final String INSERT_PERSON = """
            insert into registration.registration (%s, keep_until)
            select %s, ? where registration.people_of(?, ?) + ? <= ?
            on conflict do nothing
            """.formatted(COLUMNS, MARKS);

    /// False when the same form, person or class already stands, or this address has as many people as one may:
    /// PostgreSQL waits for whoever is writing it, so that two of them at the same instant are still one.
    boolean insert(Registration it, Registrant registrant, Keeping keeping) {
        var isClass = it.kind() == Registration.Kind.CLASS;
        var row = bound(jdbc.sql(isClass ? INSERT_CLASS : INSERT_PERSON), it, registrant, keeping)
                .param(keeping.until());
        var bounded = isClass
                ? row
                : row.param(it.mail())
                        .param(it.session().value())
                        .param(it.seats())
                        .param(SeatRequest.PEOPLE);
        return bounded.update() == 1;
    }

    /// How many people this address has in this session, registered or waiting, classes aside. Nobody else adds any
    /// before the transaction ends.
    int peopleOf(String mail, SessionId session) {
        return jdbc.sql("select registration.people_of(?, ?)")
                .param(mail)
                .param(session.value())
                .query(Integer.class)
                .single();
    }

    /// With [#COLUMNS] filled in.
    static JdbcClient.StatementSpec bound(
            JdbcClient.StatementSpec statement, Registration it, Registrant registrant, Keeping keeping) {
        var group = registrant instanceof Registrant.ClassGroup one ? one : null;
        var heads = group == null ? null : group.headcount();
        return statement
                .param(it.id().value())
                .param(keeping.token())
                .param(it.key())
                .param(it.event().value())
                .param(it.session().value())
                .param(it.kind().name())
                .param(it.firstName())
                .param(it.mail())
                .param(it.seats())
                .param(new SqlParameterValue(
                        Types.VARCHAR, it.level() == null ? null : it.level().name()))
                .param(new SqlParameterValue(
                        Types.VARCHAR, it.school() == null ? null : it.school().value()))
                .param(new SqlParameterValue(
                        Types.OTHER,
                        group == null ? null : group.teacher().person().value()))
                .param(new SqlParameterValue(Types.VARCHAR, group == null ? null : group.name()))
                .param(new SqlParameterValue(Types.INTEGER, heads == null ? null : heads.pupils()))
                .param(new SqlParameterValue(Types.INTEGER, heads == null ? null : heads.girls()))
                .param(new SqlParameterValue(Types.INTEGER, heads == null ? null : heads.adults()))
                .param(new SqlParameterValue(Types.VARCHAR, group == null ? null : group.needs()))
                .param(Timestamp.from(it.createdAt()))
                .param(new SqlParameterValue(Types.VARCHAR, keeping.network()));
    }

    /// Whether the same person or class is registered to this session.
    boolean stands(Registration it) {
        return isThere(it, jdbc, "registration.registration where cancelled_at is null");
    }

    /// Whether the same person or class is among these rows, in its session.
    static boolean isThere(Registration it, JdbcClient jdbc, String rows) {
        var group = it.schoolClass();
        var same = group == null
                ? "kind <> 'CLASS' and lower(mail) = lower(:who) and registration.same(first_name) = registration.same(:name)"
                : "kind = 'CLASS' and uai = :who and registration.same(class_name) = registration.same(:name)";
        return jdbc.sql("select exists (select from %s and session_id = :session and %s) as it".formatted(rows, same))
                .param("session", it.session().value())
                .param("who", group == null ? it.mail() : Objects.toString(it.school(), ""))
                .param("name", group == null ? it.firstName() : group.name())
                .query((row, _) -> row.getBoolean("it"))
                .single();
    }

    Optional<Registration> find(RegistrationId id) {
        return jdbc.sql("select * from registration.registration where id = ?")
                .param(id.value())
                .query(RegistrationRepository::registration)
                .optional();
    }

    Optional<Registration> findByToken(UUID token) {
        return jdbc.sql("select * from registration.registration where form_token = ?")
                .param(token)
                .query(RegistrationRepository::registration)
                .optional();
    }

    /// Whether everyone a form names still comes or waits, and nothing of what it did was given back since.
    boolean allStand(SeatRequest request) {
        return nothingGivenBack(request) && request.each().stream().allMatch(one -> isThere(one, request));
    }

    private boolean isThere(SeatRequest.One one, SeatRequest request) {
        return jdbc.sql("""
                        select exists (select from (
                            select form_token, session_id, kind, mail, first_name from registration.registration
                            where cancelled_at is null
                            union all
                            select form_token, session_id, kind, mail, first_name from registration.waiting
                            where ended_at is null) as there
                        where form_token = :token
                            or (session_id = :session and kind <> 'CLASS' and lower(mail) = lower(:mail)
                                and registration.same(first_name) = registration.same(:name))) as it
                        """)
                .param("token", one.token())
                .param("session", request.session().value())
                .param("mail", one.registrant().mail())
                .param("name", one.registrant().firstName())
                .query((row, _) -> row.getBoolean("it"))
                .single();
    }

    private boolean nothingGivenBack(SeatRequest request) {
        var tokens = SeatRequest.tokens(request.once()).toArray(UUID[]::new);
        return jdbc.sql("""
                        select not exists (select from registration.registration
                                where form_token = any(?) and cancelled_at is not null)
                            and not exists (select from registration.waiting
                                where form_token = any(?) and state in ('LEFT', 'EXPIRED', 'ENDED')) as it
                        """)
                .params(tokens, tokens)
                .query((row, _) -> row.getBoolean("it"))
                .single();
    }

    /// Standing or cancelled.
    Optional<Held> findByKey(String key) {
        return jdbc.sql("select * from registration.registration where key = ? and purged_at is null")
                .param(key)
                .query(RegistrationRepository::held)
                .optional();
    }

    /// Locks a registration that names someone, standing or cancelled; empty when it was forgotten.
    Optional<Held> lockNamed(RegistrationId id) {
        return jdbc.sql("select * from registration.registration where id = ? and purged_at is null for update")
                .param(id.value())
                .query(RegistrationRepository::held)
                .optional();
    }

    Optional<Held> findHeld(RegistrationId id) {
        return jdbc.sql("select * from registration.registration where id = ?")
                .param(id.value())
                .query(RegistrationRepository::held)
                .optional();
    }

    List<Held> allOf(EventId event, SessionId session) {
        return jdbc.sql("""
                        select * from registration.registration
                        where event_id = ? and session_id = ?
                        order by kind <> 'CLASS', registration.same(coalesce(class_name, first_name)), id
                        """)
                .param(event.value())
                .param(session.value())
                .query(RegistrationRepository::held)
                .list();
    }

    /// Locks a standing registration for a change or a cancellation; empty when it stands no more.
    Optional<Registration> lock(RegistrationId id) {
        return jdbc.sql("""
                        select * from registration.registration where id = ? and cancelled_at is null for update
                        """)
                .param(id.value())
                .query(RegistrationRepository::registration)
                .optional();
    }

    void resize(RegistrationId id, int seats) {
        jdbc.sql("update registration.registration set seats = ? where id = ?")
                .param(seats)
                .param(id.value())
                .update();
    }

    void resize(RegistrationId id, int seats, ClassChange change) {
        resized(jdbc, "registration.registration", seats, change)
                .param("id", id.value())
                .update();
    }

    /// A number of girls that the teacher did not say again stays, unless the class is now too small for it.
    static JdbcClient.StatementSpec resized(JdbcClient jdbc, String table, int seats, ClassChange change) {
        return jdbc.sql("""
                        update %s
                        set seats = :seats, pupils = :pupils, adults = :adults, needs = :needs,
                            girls = coalesce(:girls::int, case when girls <= :pupils then girls end)
                        where id = :id
                        """.formatted(table))
                .param("seats", seats)
                .param("pupils", change.headcount().pupils())
                .param("adults", change.headcount().adults())
                .param("needs", change.needs())
                .param("girls", change.headcount().girls(), Types.INTEGER);
    }

    void cancel(RegistrationId id, Cancellation cancellation, Instant now) {
        jdbc.sql("""
                        update registration.registration
                        set cancelled_at = ?, cancelled_by = ?, cancelled_reason = ?
                        where id = ?
                        """)
                .param(Timestamp.from(now))
                .param(cancellation.by().kept().name())
                .param(cancellation.reason())
                .param(id.value())
                .update();
    }

    int countStanding(EventId event, List<SessionId> sessions) {
        return jdbc.sql("""
                        select count(*)::int from registration.registration
                        where event_id = :event and session_id = any(:sessions) and cancelled_at is null
                            and purged_at is null
                        """)
                .param("event", event.value())
                .param("sessions", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .query(Integer.class)
                .single();
    }

    /// Those standing on a session and not forgotten, a hundred at a time after `last`, in the order of their ids.
    List<Registration> standing(EventId event, SessionId session, UUID last) {
        return jdbc.sql("""
                        select * from registration.registration
                        where event_id = :event and session_id = :session and cancelled_at is null and purged_at is null
                            and id > :last
                        order by id
                        limit 100
                        """)
                .param("event", event.value())
                .param("session", session.value())
                .param("last", last)
                .query(RegistrationRepository::registration)
                .list();
    }

    /// Those standing under an address, latest first.
    List<Registration> standingOf(String mail) {
        return jdbc.sql("""
                        select * from registration.registration
                        where lower(mail) = lower(:mail) and cancelled_at is null and kind <> 'CLASS'
                        union all
                        select * from registration.registration
                        where lower(mail) = lower(:mail) and cancelled_at is null and kind = 'CLASS'
                        order by created_at desc
                        limit 100
                        """)
                .param("mail", mail)
                .query(RegistrationRepository::registration)
                .list();
    }

    private static Held held(ResultSet row, int number) throws SQLException {
        var asked = row.getObject("asked_until", LocalDate.class);
        var by = row.getString("cancelled_by");
        return new Held(
                registration(row, number),
                by == null ? null : RegistrationCancelled.By.valueOf(by),
                row.getString("cancelled_reason"),
                asked);
    }

    static Registration registration(ResultSet row, int number) throws SQLException {
        var kind = Registration.Kind.valueOf(row.getString("kind"));
        var level = row.getString("level");
        var uai = row.getString("uai");
        return new Registration(
                new RegistrationId(row.getObject("id", UUID.class)),
                new EventId(row.getObject("event_id", UUID.class)),
                new SessionId(row.getObject("session_id", UUID.class)),
                kind,
                row.getString("first_name"),
                row.getString("mail"),
                row.getInt("seats"),
                level == null ? null : Audience.valueOf(level),
                uai == null ? null : new Uai(uai),
                kind == Registration.Kind.CLASS ? schoolClass(row) : null,
                row.getString("key"),
                row.getTimestamp("created_at").toInstant());
    }

    private static Registration.SchoolClass schoolClass(ResultSet row) throws SQLException {
        return new Registration.SchoolClass(
                row.getString("class_name"), row.getInt("pupils"), row.getInt("adults"), row.getString("needs"));
    }
}
