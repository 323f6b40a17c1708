package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import fr.preau.territory.Uai;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which of a school's classes go to what, for the modules above: no teacher, no number, no link.
@Component
public class ClassBookings {
    private static final int MOST = 1000;

    /// `standing` is false for a booking that the organiser cancelled: with the whole event, most of the time.
    public record Booking(EventId event, SessionId session, String className, Audience level, boolean standing) {}

    private final JdbcClient jdbc;

    ClassBookings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest thousand, whatever the edition. Those the school itself gave back are not among them.
    public List<Booking> of(Uai school) {
        return jdbc.sql("""
                        select event_id, session_id, class_name, level, cancelled_at is null as standing
                        from registration.registration
                        where uai = ? and kind = 'CLASS' and (cancelled_at is null or cancelled_by = 'ORGANISER')
                        order by created_at desc limit ?
                        """)
                .param(school.value())
                .param(MOST)
                .query((row, _) -> new Booking(
                        new EventId(row.getObject("event_id", UUID.class)),
                        new SessionId(row.getObject("session_id", UUID.class)),
                        row.getString("class_name"),
                        Audience.valueOf(row.getString("level")),
                        row.getBoolean("standing")))
                .list();
    }
}
