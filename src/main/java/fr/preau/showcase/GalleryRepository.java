package fr.preau.showcase;

import fr.preau.territory.Territories;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `showcase.listing`: what the public sees. Only approval writes it.
@Repository
class GalleryRepository {
    /// What ended on its own changed the page as much as a withdrawal: feeds must tell.
    private static final String LISTED = """
            select listing.project_id, listing.content, listing.school, listing.departement, listing.published_at,
                   greatest(listing.updated_at, (
                       select max((valid_until + 1)::timestamp at time zone 'Europe/Paris')
                       from showcase.authorisation
                       where project_id = listing.project_id and withdrawn_at is null and valid_until < :today))
                   as updated_at
            from showcase.listing
            """;
    private static final String MATCHING = """
            where (:words = '' or search @@ websearch_to_tsquery('public.french_plain', :words))
              and (:year = '' or year = :year)
              and (:level = '' or level = :level or (:level <> 'BOTH' and level = 'BOTH'))
              and (:category = '' or category = :category)
              and (:everywhere or departement = any(:departements))
            """;

    private final JdbcClient database;
    private final Territories territories;

    GalleryRepository(JdbcClient database, Territories territories) {
        this.database = database;
        this.territories = territories;
    }

    /// Makes `content` what the public sees.
    void publish(Project project, ProjectContent content, String school, Instant now) {
        database.sql("""
                        insert into showcase.listing (project_id, content, school, departement, year, level, category,
                            published_at, updated_at, title, words)
                        values (:id, cast(:content as jsonb), :school, :departement, :year, :level, :category,
                            :now, :now, :title, :words)
                        on conflict (project_id) do update set
                            content = excluded.content, school = excluded.school, departement = excluded.departement,
                            year = excluded.year, level = excluded.level, category = excluded.category,
                            updated_at = excluded.updated_at, title = excluded.title, words = excluded.words""")
                .param("id", project.id().value())
                .param("content", ProjectRepository.json(content))
                .param("school", school)
                .param("departement", project.departement())
                .param("year", content.year())
                .param("level", Objects.requireNonNull(content.level()).name())
                .param("category", Objects.requireNonNull(content.category()).name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("title", content.title())
                .param("words", content.text())
                .update();
    }

    void remove(ProjectId project) {
        database.sql("delete from showcase.listing where project_id = :id")
                .param("id", project.value())
                .update();
    }

    /// Something of it appeared or is hidden.
    void touch(ProjectId project, Instant now) {
        database.sql("update showcase.listing set updated_at = greatest(updated_at, :now) where project_id = :id")
                .param("id", project.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Listed> find(ProjectId project, LocalDate today) {
        return find(List.of(project), today).stream().findFirst();
    }

    List<Listed> find(Collection<ProjectId> projects, LocalDate today) {
        return database.sql(LISTED + "where project_id = any(:ids) order by title")
                .param("ids", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
                .param("today", today)
                .query((row, _) -> listed(row))
                .list();
    }

    /// The latest published first.
    List<Listed> search(GallerySearch search, LocalDate today, int offset, int limit) {
        return database.sql(LISTED + MATCHING + "order by published_at desc, project_id limit :limit offset :offset")
                .params(values(search))
                .param("today", today)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> listed(row))
                .list();
    }

    /// The last changed first, for feeds.
    List<Listed> latest(GallerySearch search, LocalDate today, int limit) {
        return database.sql(LISTED + MATCHING + "order by updated_at desc, project_id limit :limit")
                .params(values(search))
                .param("today", today)
                .param("limit", limit)
                .query((row, _) -> listed(row))
                .list();
    }

    long count(GallerySearch search) {
        return database.sql("select count(*) from showcase.listing " + MATCHING)
                .params(values(search))
                .query(Long.class)
                .single();
    }

    /// School years that have a project, the latest first.
    List<String> years() {
        return database.sql("select distinct year from showcase.listing order by year desc")
                .query((row, _) -> row.getString("year"))
                .list();
    }

    /// Of the teams that counted both: how many, of how many schools, their pupils and the girls among them.
    record Mix(int teams, int schools, int pupils, int girls) {
        /// Decision 14: at least eleven pupils, of at least three schools.
        boolean mayBeShown() {
            return pupils >= 11 && schools >= 3;
        }

        int percent() {
            return Math.round(100f * girls / pupils);
        }
    }

    Mix mix() {
        return database.sql("""
                        select count(*)::int as teams, count(distinct school)::int as schools,
                               coalesce(sum((content ->> 'pupils')::int), 0)::int as pupils,
                               coalesce(sum((content ->> 'girls')::int), 0)::int as girls
                        from showcase.listing where content ->> 'pupils' is not null and content ->> 'girls' is not null""")
                .query((row, _) ->
                        new Mix(row.getInt("teams"), row.getInt("schools"), row.getInt("pupils"), row.getInt("girls")))
                .single();
    }

    private Map<String, Object> values(GallerySearch search) {
        var territory = search.territory();
        var level = search.level();
        var category = search.category();
        var values = new HashMap<String, Object>();
        values.put("words", search.words());
        values.put("year", search.year());
        values.put("level", level == null ? "" : level.name());
        values.put("category", category == null ? "" : category.name());
        values.put("everywhere", territory == null);
        values.put(
                "departements",
                territory == null
                        ? new String[0]
                        : territories.codesOf(territory).toArray(String[]::new));
        return values;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                new ProjectId(row.getObject("project_id", UUID.class)),
                ProjectRepository.content(row.getString("content")),
                row.getString("school"),
                row.getString("departement"),
                Objects.requireNonNull(ProjectRepository.instant(row, "published_at")),
                Objects.requireNonNull(ProjectRepository.instant(row, "updated_at")));
    }
}
