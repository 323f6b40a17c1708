package fr.preau.attendance;

import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import fr.preau.registration.RegistrationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What devices noted and somebody must look at.
@Repository
class ReviewRepository {
    private final JdbcClient jdbc;

    ReviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void note(PublishedSession session, Review review) {
        var registration = review.registration();
        jdbc.sql("""
                        insert into attendance.review
                            (id, event_id, session_id, what, registration_id, people, came_at, sentence)
                        values (:id, :event, :session, :what, :registration, :people, :at, :sentence)
                        on conflict do nothing""")
                .param("id", review.id())
                .param("event", session.event().value())
                .param("session", session.id().value())
                .param("what", review.what())
                .param("registration", registration == null ? null : registration.value(), Types.OTHER)
                .param("people", review.people())
                .param("at", review.at().atOffset(ZoneOffset.UTC))
                .param("sentence", review.sentence())
                .update();
    }

    /// Those nobody has looked at, in the order they came.
    List<Review> open(SessionId session) {
        return jdbc.sql("""
                        select * from attendance.review where session_id = ? and settled_at is null
                        order by came_at, id limit 200""")
                .param(session.value())
                .query((row, _) -> review(row))
                .list();
    }

    /// Waits for whoever settles it; empty when somebody did.
    Optional<Review> lock(SessionId session, UUID id) {
        return jdbc.sql("""
                        select * from attendance.review where session_id = ? and id = ? and settled_at is null
                        for update""")
                .param(session.value())
                .param(id)
                .query((row, _) -> review(row))
                .optional();
    }

    void settle(UUID id, Instant now) {
        jdbc.sql("update attendance.review set settled_at = ? where id = ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .param(id)
                .update();
    }

    int cameBefore(Instant moment) {
        return jdbc.sql("select count(*)::int from attendance.review where came_at < ?")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forgetBefore(Instant moment, int most) {
        return jdbc.sql("""
                        delete from attendance.review where ctid = any(array(
                            select ctid from attendance.review where came_at < ? limit ?))""").param(moment.atOffset(ZoneOffset.UTC)).param(most).update();
    }

    private static Review review(ResultSet row) throws SQLException {
        var registration = row.getObject("registration_id", UUID.class);
        return new Review(
                row.getObject("id", UUID.class),
                row.getString("what"),
                registration == null ? null : new RegistrationId(registration),
                row.getInt("people"),
                row.getObject("came_at", OffsetDateTime.class).toInstant(),
                row.getString("sentence"));
    }
}
