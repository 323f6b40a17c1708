package fr.preau.showcase;

import fr.preau.territory.Uai;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Projects that wait for moderators: submitted, or published and reported.
@Repository
class ProjectQueueRepository {
    /// Whose queue: these départements (null: all), within these editions or, when `except`, outside them.
    record Scope(@Nullable Set<String> departements, Set<UUID> editions, boolean except) {}

    record Waiting(ProjectId id, Uai school, String title, Instant since, boolean listed, int reports) {}

    private static final String WAITING = """
            with waiting as (
                select project.id, project.uai, project.title,
                       coalesce(project.submitted_at, reported.since) as since,
                       listing.project_id is not null as listed, coalesce(reported.reports, 0) as reports
                from showcase.project
                left join showcase.listing on listing.project_id = project.id
                left join lateral (
                    select min(reported_at) as since, count(*)::int as reports from showcase.report
                    where report.project_id = project.id and closed_at is null having count(*) > 0) reported on true
                where (project.state = 'SUBMITTED' or (listing.project_id is not null and reported.reports > 0))
                  and (:anywhere or project.departement = any(:departements))
                  and (project.edition_id = any(:editions)) <> :except)
            """;

    private final JdbcClient database;

    ProjectQueueRepository(JdbcClient database) {
        this.database = database;
    }

    /// Oldest first.
    List<Waiting> waiting(Scope scope, int offset, int limit) {
        return asked(WAITING + "select * from waiting order by since, id limit :limit offset :offset", scope)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Waiting(
                        new ProjectId(row.getObject("id", UUID.class)),
                        new Uai(row.getString("uai")),
                        row.getString("title"),
                        Objects.requireNonNull(ProjectRepository.instant(row, "since")),
                        row.getBoolean("listed"),
                        row.getInt("reports")))
                .list();
    }

    long count(Scope scope) {
        return asked(WAITING + "select count(*) from waiting", scope)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec asked(String query, Scope scope) {
        var departements = scope.departements();
        return database.sql(query)
                .param("anywhere", departements == null)
                .param("departements", departements == null ? new String[0] : departements.toArray(String[]::new))
                .param("editions", scope.editions().toArray(UUID[]::new))
                .param("except", scope.except());
    }
}
