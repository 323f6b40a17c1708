package fr.preau.registration;

import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import fr.preau.event.SessionId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What organisers answered to the access needs of classes. An answer is to the words the teacher wrote: when these
/// change, there is no answer any more.
@Repository
class NeedsAnswerRepository {
    /// Whose registration is forgotten, or about to be.
    private static final String DUE = """
            from registration.needs_answer said join registration.registration it on it.id = said.registration_id
            where it.purged_at is not null or it.keep_until < :today
            """;

    private final JdbcClient jdbc;

    NeedsAnswerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> find(RegistrationId id) {
        return jdbc.sql("""
                        select said.answer
                        from registration.needs_answer said
                            join registration.registration it on it.id = said.registration_id and it.needs = said.needs
                        where it.id = ?
                        """).param(id.value()).query(String.class).optional();
    }

    Map<RegistrationId, String> of(EventId event) {
        record Row(UUID id, String answer) {}
        return jdbc.sql("""
                        select it.id, said.answer
                        from registration.needs_answer said
                            join registration.registration it on it.id = said.registration_id and it.needs = said.needs
                        where it.event_id = ? and it.cancelled_at is null
                        """).param(event.value()).query(Row.class).list().stream()
                .collect(Collectors.toMap(row -> new RegistrationId(row.id()), Row::answer));
    }

    /// How many classes of each session told needs that nobody answered.
    Map<SessionId, Integer> unanswered(EventId event) {
        record Row(UUID sessionId, int classes) {}
        return jdbc.sql("""
                        select session_id, count(*)::int as classes
                        from registration.registration it
                        where event_id = ? and cancelled_at is null and kind = 'CLASS' and needs <> ''
                            and not exists (select from registration.needs_answer said
                                where said.registration_id = it.id and said.needs = it.needs)
                        group by session_id
                        """).param(event.value()).query(Row.class).list().stream()
                .collect(Collectors.toMap(row -> new SessionId(row.sessionId()), Row::classes));
    }

    record Answer(String needs, String words, PersonId by, Instant at) {}

    /// False when this very answer was given already.
    boolean write(RegistrationId id, Answer answer) {
        return jdbc.sql("""
                        insert into registration.needs_answer as said
                            (registration_id, needs, answer, answered_by, answered_at)
                        values (:id, :needs, :answer, :by, :at)
                        on conflict (registration_id) do update
                        set needs = excluded.needs, answer = excluded.answer, answered_by = excluded.answered_by,
                            answered_at = excluded.answered_at
                        where (said.needs, said.answer) is distinct from (excluded.needs, excluded.answer)
                        """)
                        .param("id", id.value())
                        .param("needs", answer.needs())
                        .param("answer", answer.words())
                        .param("by", answer.by().value())
                        .param("at", Timestamp.from(answer.at()))
                        .update()
                == 1;
    }

    int due(LocalDate today) {
        return jdbc.sql("select count(*)::int " + DUE)
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    int forget(LocalDate today, int most) {
        return jdbc.sql("""
                        delete from registration.needs_answer
                        where registration_id in (select registration_id %s limit :most)
                        """.formatted(DUE))
                .param("today", today)
                .param("most", most)
                .update();
    }
}
