package fr.preau.registration;

import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who stands on an event's sessions.
@Repository
class AttendeeRepository {
    private final JdbcClient jdbc;

    AttendeeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many came each way; `seats` are all those taken.
    record Count(int pupils, int adults, int classes, int seats) {
        static final Count NONE = new Count(0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    pupils + other.pupils, adults + other.adults, classes + other.classes, seats + other.seats);
        }

        int registrations() {
            return pupils + adults + classes;
        }
    }

    private record Row(UUID sessionId, int pupils, int adults, int classes, int seats) {}

    Map<SessionId, Count> counts(EventId event) {
        return jdbc.sql("""
                        select session_id, count(*) filter (where kind = 'PUPIL')::int as pupils,
                            count(*) filter (where kind = 'ADULT')::int as adults,
                            count(*) filter (where kind = 'CLASS')::int as classes, sum(seats)::int as seats
                        from registration.registration
                        where event_id = ? and cancelled_at is null
                        group by session_id
                        """).param(event.value()).query(Row.class).list().stream()
                .collect(Collectors.toMap(
                        row -> new SessionId(row.sessionId()),
                        row -> new Count(row.pupils(), row.adults(), row.classes(), row.seats())));
    }

    /// Classes first, then by name; `limit` of them after `offset`.
    List<Attendee> of(EventId event, SessionId session, int offset, int limit) {
        return jdbc.sql("""
                        select * from registration.registration
                        where event_id = ? and session_id = ? and cancelled_at is null
                        order by kind <> 'CLASS', kind, registration.same(coalesce(class_name, first_name)), id
                        limit ? offset ?
                        """)
                .param(event.value())
                .param(session.value())
                .param(limit)
                .param(offset)
                .query((row, number) -> Attendee.of(RegistrationRepository.registration(row, number)))
                .list();
    }
}
