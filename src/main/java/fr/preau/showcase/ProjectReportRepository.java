package fr.preau.showcase;

import fr.preau.event.ReportMark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// `showcase.report`: what visitors say of a published project, thirty times an hour at most for one project. Nothing
/// is kept of who they are.
@Repository
class ProjectReportRepository {
    private static final int AN_HOUR = 30;

    record Report(UUID id, ProjectReportGround ground, String sentence, Instant at) {}

    private final JdbcClient database;
    private final Clock clock;

    ProjectReportRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// False when there were too many.
    @Transactional
    boolean add(ProjectId project, UUID form, ProjectReportGround ground, String sentence) {
        var now = clock.instant();
        var recent = database.sql(
                        "select count(*) from showcase.report where project_id = :project and reported_at > :since")
                .param("project", project.value())
                .param("since", now.minus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        if (recent >= AN_HOUR) {
            return false;
        }
        database.sql("""
                        insert into showcase.report (id, project_id, ground, sentence, reported_at)
                        values (:id, :project, :ground, :sentence, :now) on conflict (id) do nothing""")
                .param("id", form)
                .param("project", project.value())
                .param("ground", ground.name())
                .param("sentence", sentence)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return true;
    }

    List<Report> open(ProjectId project) {
        return database.sql("""
                        select * from showcase.report where project_id = :project and closed_at is null
                        order by reported_at limit 50""")
                .param("project", project.value())
                .query((row, _) -> new Report(
                        row.getObject("id", UUID.class),
                        ProjectReportGround.valueOf(row.getString("ground")),
                        row.getString("sentence"),
                        Objects.requireNonNull(ProjectRepository.instant(row, "reported_at"))))
                .list();
    }

    ReportMark mark(ProjectId project) {
        return database.sql("select count(*), count(closed_at) from showcase.report where project_id = :project")
                .param("project", project.value())
                .query((row, _) -> new ReportMark(row.getInt(1), row.getInt(2)))
                .single();
    }

    /// Who closed the last ones, when, and how.
    record Closing(@Nullable UUID by, String closer, Instant at, Outcome outcome) {}

    enum Outcome {
        NOTHING("rien à changer"),
        TAKEN_OFF("projet retiré de la galerie");

        private final String french;

        Outcome(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    Optional<Closing> lastClosed(ProjectId project) {
        return database.sql("""
                        select * from showcase.report where project_id = :project and closed_at is not null
                        order by closed_at desc limit 1""")
                .param("project", project.value())
                .query((row, _) -> new Closing(
                        row.getObject("closed_by", UUID.class),
                        Objects.requireNonNullElse(row.getString("closer"), "Un modérateur"),
                        Objects.requireNonNull(ProjectRepository.instant(row, "closed_at")),
                        Outcome.valueOf(Objects.requireNonNullElse(row.getString("outcome"), "NOTHING"))))
                .optional();
    }

    void closeAll(ProjectWriting by, Outcome outcome) {
        database.sql("""
                        update showcase.report
                        set closed_at = :now, closed_by = :by, closer = :closer, outcome = :outcome
                        where project_id = :project and closed_at is null""")
                .param("project", by.project().value())
                .param("by", by.author().value())
                .param("closer", by.decider())
                .param("outcome", outcome.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private static final String WORDS = "reported_at < :then and (sentence <> '' or closer is not null)";

    /// Reports of before then whose words are still there.
    int due(Instant then) {
        return database.sql("select count(*)::int from showcase.report where " + WORDS)
                .param("then", then.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forget(Instant then, int most) {
        return database.sql("""
                        update showcase.report set sentence = '', closer = null where id in (
                            select id from showcase.report where %s limit :most for update skip locked)
                        """.formatted(WORDS))
                .param("then", then.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
