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
import java.time.temporal.ChronoUnit;
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

    /// Waits for whoever is writing about the same registration.
    Optional<Arrival> lock(RegistrationId registration) {
        return jdbc.sql("select * from attendance.arrival where registration_id = ? for update")
                .param(registration.value())
                .query((row, _) -> arrival(row))
                .optional();
    }

    /// False when they were there already, or were sent away at a later moment than this one. What somebody sees
    /// replaces what was presumed; the numbers are those of whoever saw them first.
    boolean arrive(Registration registration, Heads heads, Instant at) {
        return write(new Row(registration, true, at, heads, false), """
                on conflict (registration_id) do update
                set since = case when known.here and not known.presumed then known.since else excluded.since end,
                    pupils = case when known.here and not known.presumed then known.pupils else excluded.pupils end,
                    girls = case when known.here and not known.presumed then known.girls else excluded.girls end,
                    adults = case when known.here and not known.presumed then known.adults else excluded.adults end,
                    here = true, presumed = false, decided_at = excluded.decided_at
                where known.presumed or known.decided_at < excluded.decided_at""");
    }

    void presume(Registration registration, Instant at) {
        write(new Row(registration, true, at, Heads.announced(registration), true), "on conflict do nothing");
    }

    /// False when somebody saw them at a later moment than this one.
    boolean undo(Registration registration, Instant at) {
        return write(new Row(registration, false, at, Heads.announced(registration), false), """
                on conflict (registration_id) do update
                set here = false, presumed = false, since = excluded.since, decided_at = excluded.decided_at
                where known.presumed or known.decided_at <= excluded.decided_at""");
    }

    private record Row(Registration registration, boolean here, Instant at, Heads heads, boolean presumed) {}

    /// Whether the row now says that it is since this very moment.
    private boolean write(Row row, String otherwise) {
        return jdbc.sql("""
                        insert into attendance.arrival as known (registration_id, event_id, session_id, kind, here,
                            since, decided_at, pupils, girls, adults, presumed)
                        values (:id, :event, :session, :kind, :here, :at, :at, :pupils, :girls, :adults, :presumed)
                        %s returning since = :at as decided""".formatted(otherwise))
                .param("id", row.registration().id().value())
                .param("event", row.registration().event().value())
                .param("session", row.registration().session().value())
                .param("kind", row.registration().kind().name())
                .param("here", row.here())
                .param("at", row.at().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("pupils", row.heads().pupils())
                .param("girls", row.heads().girls(), Types.INTEGER)
                .param("adults", row.heads().adults())
                .param("presumed", row.presumed())
                .query((line, _) -> line.getBoolean("decided"))
                .optional()
                .orElse(false);
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
                        set since = date_trunc('day', since, 'UTC'), decided_at = date_trunc('day', decided_at, 'UTC'),
                            girls = null, forgotten = true
                        where registration_id in (select registration_id from attendance.arrival
                            where decided_at < ? and not forgotten limit ?)""").param(moment.atOffset(ZoneOffset.UTC)).param(most).update();
    }

    private static Arrival arrival(ResultSet row) throws SQLException {
        var girls = row.getObject("girls", Integer.class);
        return new Arrival(
                new RegistrationId(row.getObject("registration_id", UUID.class)),
                row.getBoolean("here"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new Heads(row.getInt("pupils"), girls, row.getInt("adults")),
                row.getBoolean("presumed"));
    }
}
