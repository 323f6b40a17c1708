package fr.preau.attendance;

import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the door saw. One statement decides: two devices with the same ticket wait for each other on its row.
@Repository
class ArrivalRepository {
    private final JdbcClient jdbc;

    ArrivalRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Arrival> find(RegistrationId registration) {
        return jdbc.sql("select * from attendance.arrival where registration_id = ?")
                .param(registration.value())
                .query((row, _) -> arrival(row))
                .optional();
    }

    Map<RegistrationId, Arrival> of(SessionId session) {
        return jdbc
                .sql("select * from attendance.arrival where session_id = ?")
                .param(session.value())
                .query((row, _) -> arrival(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Arrival::registration, Function.identity()));
    }

    /// False when they were seen already, or undone at a later moment than this one. What somebody sees replaces what
    /// was presumed.
    boolean arrive(Registration registration, Heads heads, Instant at) {
        return insert(registration, heads, at, false, """
                on conflict (registration_id) do update
                set here = true, presumed = false, decided_at = excluded.decided_at, pupils = excluded.pupils,
                    girls = excluded.girls, adults = excluded.adults
                where not old.here and old.decided_at < excluded.decided_at or old.presumed""");
    }

    boolean presume(Registration registration, Instant at) {
        return insert(registration, Heads.announced(registration), at, true, "on conflict do nothing");
    }

    private boolean insert(Registration registration, Heads heads, Instant at, boolean presumed, String otherwise) {
        return jdbc.sql("""
                        insert into attendance.arrival as old (registration_id, event_id, session_id, kind, here,
                            decided_at, pupils, girls, adults, presumed)
                        values (:id, :event, :session, :kind, true, :at, :pupils, :girls, :adults, :presumed)
                        """ + otherwise)
                        .param("id", registration.id().value())
                        .param("event", registration.event().value())
                        .param("session", registration.session().value())
                        .param("kind", registration.kind().name())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("pupils", heads.pupils())
                        .param("girls", heads.girls(), Types.INTEGER)
                        .param("adults", heads.adults())
                        .param("presumed", presumed)
                        .update()
                == 1;
    }

    /// False when nobody was there to send away, or came again at a later moment than this one.
    boolean undo(RegistrationId registration, Instant at) {
        return jdbc.sql("""
                        update attendance.arrival set here = false, presumed = false, decided_at = :at
                        where registration_id = :id and here and (decided_at <= :at or presumed)""")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", registration.value())
                        .update()
                == 1;
    }

    boolean anySeen(PublishedSession session) {
        return jdbc.sql("""
                        select exists (select from attendance.arrival where session_id = :id and here)
                            or exists (select from attendance.walk_in where session_id = :id) as seen""")
                .param("id", session.id().value())
                .query((row, _) -> row.getBoolean("seen"))
                .single();
    }

    /// Those seen whom nobody has thanked, a hundred at most.
    List<RegistrationId> toThank(SessionId session) {
        return jdbc.sql("""
                        select registration_id from attendance.arrival
                        where session_id = ? and here and not presumed and thanked_at is null
                        order by registration_id limit 100""")
                .param(session.value())
                .query((row, _) -> new RegistrationId(row.getObject("registration_id", UUID.class)))
                .list();
    }

    /// False when someone did meanwhile.
    boolean thank(RegistrationId registration, Instant now) {
        return jdbc.sql("""
                        update attendance.arrival set thanked_at = :now
                        where registration_id = :id and here and not presumed and thanked_at is null""")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", registration.value())
                        .update()
                == 1;
    }

    int dueBefore(Instant moment) {
        return jdbc.sql("select count(*)::int as it from attendance.arrival where decided_at < ? and not forgotten")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getInt("it"))
                .single();
    }

    int forgetBefore(Instant moment, int most) {
        return jdbc.sql("""
                        update attendance.arrival
                        set decided_at = date_trunc('day', decided_at, 'UTC'), girls = null, forgotten = true
                        where registration_id in (select registration_id from attendance.arrival
                            where decided_at < ? and not forgotten limit ?)""")
                .param(moment.atOffset(ZoneOffset.UTC))
                .param(most)
                .update();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        var girls = row.getObject("girls", Integer.class);
        return new Arrival(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                row.getBoolean("here"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                new Heads(row.getInt("pupils"), girls, row.getInt("adults")),
                row.getBoolean("presumed"));
    }
}
