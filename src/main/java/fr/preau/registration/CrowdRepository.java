package fr.preau.registration;

import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who came, or waits, from one place. Classes are not among them: their teachers are known.
@Repository
class CrowdRepository {
    private static final int SHOWN = 50;

    /// `:sessions` are those looked at.
    private static final String TAKEN = """
            select id, session_id, lower(mail) as mail, network, first_name, seats, created_at, 0 as waits
            from registration.registration
            where session_id = any(:sessions) and event_id = :event and kind <> 'CLASS' and cancelled_at is null
                and purged_at is null
            union all
            select id, session_id, lower(mail), network, first_name, seats, created_at,
                case state when 'WAITING' then 2 else 1 end
            from registration.waiting
            where session_id = any(:sessions) and event_id = :event and kind <> 'CLASS' and ended_at is null
            """;

    private static final String COUNTED = """
            (array_agg(id order by created_at, id))[1] as first, count(*)::int as registrations,
            sum(seats)::int as people, count(*) filter (where waits > 0)::int as waiting, min(created_at) as since,
            max(created_at) as until
            """;

    private final JdbcClient jdbc;

    CrowdRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The largest first.
    List<Crowd> of(Collection<PublishedSession> sessions) {
        var bySession = sessions.stream()
                .collect(Collectors.toMap(session -> session.id().value(), Function.identity()));
        return sessions.isEmpty()
                ? List.of()
                : statement(sessions, """
                        with taken as (%1$s)
                        select 'MAIL' as by, null::uuid as session_id, %2$s from taken
                        group by mail having sum(seats) >= :byMail
                        union all
                        select 'NETWORK', session_id, %2$s from taken where network is not null
                        group by session_id, network having sum(seats) >= :byNetwork
                        order by people desc, first limit :shown
                        """.formatted(TAKEN, COUNTED))
                        .param("byMail", Crowd.By.MAIL.many())
                        .param("byNetwork", Crowd.By.NETWORK.many())
                        .param("shown", SHOWN)
                        .query((row, _) -> crowd(row, bySession))
                        .list();
    }

    /// One registration, or place on the list: those who wait come first, then those who have an offer, so that what
    /// one of a crowd gives back is offered to none of it.
    record One(RegistrationId id, String firstName, int seats, boolean waits) {}

    List<One> members(Collection<PublishedSession> sessions, Crowd.By by, RegistrationId first) {
        var same = switch (by) {
            case MAIL -> "taken.mail = one.mail";
            case NETWORK -> "taken.network = one.network and taken.session_id = one.session_id";
        };
        return statement(sessions, """
                        with taken as (%s)
                        select taken.* from taken join taken one on one.id = :first and %s
                        order by taken.waits desc, taken.created_at, taken.id
                        """.formatted(TAKEN, same))
                .param("first", first.value())
                .query((row, _) -> new One(
                        new RegistrationId(row.getObject("id", UUID.class)),
                        row.getString("first_name"),
                        row.getInt("seats"),
                        row.getInt("waits") > 0))
                .list();
    }

    private JdbcClient.StatementSpec statement(Collection<PublishedSession> sessions, String sql) {
        return jdbc.sql(sql)
                .param(
                        "sessions",
                        sessions.stream()
                                .map(PublishedSession::id)
                                .map(SessionId::value)
                                .toArray(UUID[]::new))
                .param("event", sessions.iterator().next().event().value());
    }

    private static Crowd crowd(ResultSet row, Map<UUID, PublishedSession> sessions) throws SQLException {
        var session = row.getObject("session_id", UUID.class);
        return new Crowd(
                Crowd.By.valueOf(row.getString("by")),
                new RegistrationId(row.getObject("first", UUID.class)),
                session == null ? null : sessions.get(session),
                row.getInt("registrations"),
                row.getInt("people"),
                row.getInt("waiting"),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant());
    }
}
