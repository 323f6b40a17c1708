package fr.preau.showcase;

import fr.preau.account.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `showcase.decision`: what moderators decided, and told the teacher.
@Repository
class ProjectDecisionRepository {
    /// `decider` is their name that day, forgotten after a year.
    record Decision(ProjectState state, String decider, Instant at, String reason, String sentence) {}

    /// A decision and who took it.
    record Decided(Decision decision, PersonId by) {}

    private static final String DUE = "from showcase.decision where decider <> '' and decided_at < :aYearAgo";

    private final JdbcClient database;

    ProjectDecisionRepository(JdbcClient database) {
        this.database = database;
    }

    void add(ProjectId project, Decided decided) {
        var decision = decided.decision();
        database.sql("""
                        insert into showcase.decision
                            (project_id, state, decider, decided_by, decided_at, reason, sentence)
                        values (:project, :state, :decider, :by, :at, :reason, :sentence)""")
                .param("by", decided.by().value())
                .param("project", project.value())
                .param("state", decision.state().name())
                .param("decider", decision.decider())
                .param("at", decision.at().atOffset(ZoneOffset.UTC))
                .param("reason", decision.reason())
                .param("sentence", decision.sentence())
                .update();
    }

    /// The latest first.
    List<Decision> of(ProjectId project) {
        return database.sql("select * from showcase.decision where project_id = :project order by id desc limit 20")
                .param("project", project.value())
                .query((row, _) -> new Decision(
                        ProjectState.valueOf(row.getString("state")),
                        row.getString("decider"),
                        Objects.requireNonNull(ProjectRepository.instant(row, "decided_at")),
                        row.getString("reason"),
                        row.getString("sentence")))
                .list();
    }

    int due(Instant aYearAgo) {
        return database.sql("select count(*) " + DUE)
                .param("aYearAgo", aYearAgo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forget(Instant aYearAgo, int most) {
        return database.sql(
                        "update showcase.decision set decider = '', decided_by = null, sentence = '' where id in (select id "
                                + DUE + " limit :most)")
                .param("aYearAgo", aYearAgo.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
