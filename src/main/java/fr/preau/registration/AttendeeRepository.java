package fr.preau.registration;

import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
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

    /// Who comes; of a cancelled session, who was coming when it was cancelled.
    private static final String COMES = """
            purged_at is null and (cancelled_at is null
                or (cancelled_by = 'ORGANISER' and session_id = any(:cancelled)))
            """;

    Map<SessionId, Count> counts(PublishedEvent event) {
        return jdbc
                .sql("""
                        select session_id, count(*) filter (where kind = 'PUPIL')::int as pupils,
                            count(*) filter (where kind = 'ADULT')::int as adults,
                            count(*) filter (where kind = 'CLASS')::int as classes, sum(seats)::int as seats
                        from registration.registration
                        where event_id = :event and %s
                        group by session_id
                        """.formatted(COMES))
                .param("event", event.id().value())
                .param("cancelled", cancelled(event))
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(
                        row -> new SessionId(row.sessionId()),
                        row -> new Count(row.pupils(), row.adults(), row.classes(), row.seats())));
    }

    /// Classes first, then by name; `limit` of them after `offset`.
    List<Attendee> of(PublishedEvent event, SessionId session, int offset, int limit) {
        return jdbc.sql("""
                        select * from registration.registration
                        where event_id = :event and session_id = :session and %s
                        order by kind <> 'CLASS', kind, registration.same(coalesce(class_name, first_name)), id
                        limit :limit offset :offset
                        """.formatted(COMES))
                .param("event", event.id().value())
                .param("session", session.value())
                .param("cancelled", cancelled(event))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, number) -> Attendee.of(RegistrationRepository.registration(row, number)))
                .list();
    }

    private static UUID[] cancelled(PublishedEvent event) {
        return event.sessions().stream()
                .filter(PublishedSession::cancelled)
                .map(session -> session.id().value())
                .toArray(UUID[]::new);
    }
}
