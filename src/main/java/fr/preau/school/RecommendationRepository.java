package fr.preau.school;

import fr.preau.account.PersonId;
import fr.preau.event.EventId;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What each school advises.
@Repository
class RecommendationRepository {
    private final JdbcClient jdbc;

    RecommendationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recommendation> of(EditionId edition, Uai school) {
        return jdbc.sql("select * from school.recommendation where edition_id = ? and uai = ? order by written_at")
                .param(edition.value())
                .param(school.value())
                .query(RecommendationRepository::recommendation)
                .list();
    }

    Optional<Recommendation> find(EditionId edition, Uai school, EventId event) {
        return jdbc.sql("select * from school.recommendation where edition_id = ? and uai = ? and event_id = ?")
                .param(edition.value())
                .param(school.value())
                .param(event.value())
                .query(RecommendationRepository::recommendation)
                .optional();
    }

    /// False when someone else advised it in the meantime. What is shown stays until the head publishes again.
    boolean write(EditionId edition, Uai school, Recommendation it) {
        return jdbc.sql("""
                        insert into school.recommendation
                            (edition_id, uai, event_id, sentence, shown, written_by, written_at)
                        values (:edition, :school, :event, :sentence, :shown, :by, :at)
                        on conflict (edition_id, uai, event_id) do update
                        set sentence = excluded.sentence, shown = coalesce(excluded.shown, school.recommendation.shown),
                            written_at = excluded.written_at
                        where school.recommendation.written_by = excluded.written_by
                        """)
                        .param("edition", edition.value())
                        .param("school", school.value())
                        .param("event", it.event().value())
                        .param("sentence", it.sentence())
                        .param("shown", it.shown())
                        .param("by", it.author().value())
                        .param("at", it.at().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean delete(EditionId edition, Uai school, EventId event) {
        return jdbc.sql("delete from school.recommendation where edition_id = ? and uai = ? and event_id = ?")
                        .param(edition.value())
                        .param(school.value())
                        .param(event.value())
                        .update()
                == 1;
    }

    /// How many sentences this published.
    int show(EditionId edition, Uai school, Instant until) {
        return jdbc.sql("""
                        update school.recommendation set shown = sentence
                        where edition_id = ? and uai = ? and written_at <= ? and shown is distinct from sentence
                        """)
                .param(edition.value())
                .param(school.value())
                .param(until.atOffset(ZoneOffset.UTC))
                .update();
    }

    void hideAll(EditionId edition, Uai school) {
        jdbc.sql("update school.recommendation set shown = null where edition_id = ? and uai = ?")
                .param(edition.value())
                .param(school.value())
                .update();
    }

    int countBefore(Instant then) {
        return jdbc.sql("select count(*) from school.recommendation where written_at < ?")
                .param(then.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forgetBefore(Instant then, int most) {
        return jdbc.sql("""
                        delete from school.recommendation where (edition_id, uai, event_id) in (
                            select edition_id, uai, event_id from school.recommendation where written_at < ? limit ?)
                        """).param(then.atOffset(ZoneOffset.UTC)).param(most).update();
    }

    private static Recommendation recommendation(ResultSet row, int number) throws SQLException {
        return new Recommendation(
                new EventId(row.getObject("event_id", UUID.class)),
                row.getString("sentence"),
                row.getString("shown"),
                new PersonId(row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
