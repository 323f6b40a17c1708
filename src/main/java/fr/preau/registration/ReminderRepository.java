package fr.preau.registration;

import fr.preau.event.PublishedSession;
import fr.preau.event.SessionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Who was reminded of what.
@Repository
class ReminderRepository {
    static final int BATCH = 100;

    private final JdbcClient jdbc;

    ReminderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Someone to remind, with what the organiser answered to their needs.
    record Reminded(Registration registration, String answer) {}

    /// Notes a hundred of those to remind, and returns them. Their rows are held, so that nobody who cancels at this
    /// very moment is reminded afterwards.
    List<Reminded> claim(PublishedSession session, Ahead ahead, Instant registeredBefore, Instant now) {
        return jdbc.sql("""
                        with chosen as (
                            select id from registration.registration it
                            where event_id = :event and session_id = :session and cancelled_at is null
                                and created_at < :before and not reminders_refused
                                and not exists (select from registration.reminder
                                    where registration_id = it.id and ahead = :ahead and day = :day)
                            order by id
                            limit :batch
                            for share of it),
                        noted as (
                            insert into registration.reminder (registration_id, ahead, day, reminded_at)
                            select id, :ahead, :day, :now from chosen
                            on conflict do nothing
                            returning registration_id)
                        select it.*, coalesce(said.answer, '') as answer
                        from noted join registration.registration it on it.id = noted.registration_id
                            left join registration.needs_answer said
                                on said.registration_id = it.id and said.needs = it.needs
                        order by it.id
                        """)
                .param("event", session.event().value())
                .param("session", session.id().value())
                .param("ahead", ahead.name())
                .param("day", session.start().toLocalDate())
                .param("before", Timestamp.from(registeredBefore))
                .param("now", Timestamp.from(now))
                .param("batch", BATCH)
                .query((row, number) ->
                        new Reminded(RegistrationRepository.registration(row, number), row.getString("answer")))
                .list();
    }

    /// Everyone of this session was reminded; false when that was noted already.
    boolean finish(PublishedSession session, Ahead ahead, Instant now) {
        return jdbc.sql("""
                        insert into registration.session_reminder (session_id, ahead, day, reminded_at)
                        values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                        .param(session.id().value())
                        .param(ahead.name())
                        .param(session.start().toLocalDate())
                        .param(Timestamp.from(now))
                        .update()
                == 1;
    }

    /// A session and the day it was reminded for.
    record Finished(SessionId session, LocalDate day) {
        static Finished of(PublishedSession session) {
            return new Finished(session.id(), session.start().toLocalDate());
        }
    }

    Set<Finished> finished(Collection<PublishedSession> sessions, Ahead ahead) {
        return new HashSet<>(jdbc.sql("""
                        select session_id, day from registration.session_reminder
                        where session_id = any(:sessions) and ahead = :ahead
                        """)
                .param(
                        "sessions",
                        sessions.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("ahead", ahead.name())
                .query((row, _) -> new Finished(
                        new SessionId(row.getObject("session_id", UUID.class)), row.getObject("day", LocalDate.class)))
                .list());
    }

    /// What was noted of days long past serves nobody.
    void forget(LocalDate before) {
        jdbc.sql("delete from registration.reminder where day < ?")
                .param(before)
                .update();
        jdbc.sql("delete from registration.session_reminder where day < ?")
                .param(before)
                .update();
    }

    boolean isRefused(RegistrationId id) {
        return jdbc.sql("select reminders_refused from registration.registration where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void refuse(RegistrationId id, boolean refused) {
        jdbc.sql("update registration.registration set reminders_refused = ? where id = ?")
                .param(refused)
                .param(id.value())
                .update();
    }
}
