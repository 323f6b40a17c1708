package fr.preau.showcase;

import fr.preau.account.PersonId;
import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// `showcase.project`: whose a project is, where it stands, what is written of it.
@Repository
class ProjectRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            select project.*, listing.content as shown
            from showcase.project left join showcase.listing on listing.project_id = project.id
            """;

    private final JdbcClient database;

    ProjectRepository(JdbcClient database) {
        this.database = database;
    }

    /// False when this id is already there.
    boolean insert(Project project, Instant now) {
        return database.sql("""
                        insert into showcase.project (id, edition_id, uai, departement, created_by, created_at, state,
                            content, title, written_at, names_until, last_form)
                        values (:id, :edition, :uai, :departement, :author, :now, :state,
                            cast(:content as jsonb), :title, :now, :namesUntil, :form)
                        on conflict (id) do nothing""")
                        .param("id", project.id().value())
                        .param("edition", project.edition().value())
                        .param("uai", project.school().value())
                        .param("departement", project.departement())
                        .param("author", project.author().value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("state", project.state().name())
                        .param("content", json(project.content()))
                        .param("title", project.content().title())
                        .param("namesUntil", project.namesUntil())
                        .param("form", project.lastForm())
                        .update()
                == 1;
    }

    long countIn(EditionId edition) {
        return database.sql("select count(*) from showcase.project where edition_id = :edition")
                .param("edition", edition.value())
                .query(Long.class)
                .single();
    }

    Optional<Project> find(ProjectId id) {
        return one(SELECT + "where project.id = :id", id);
    }

    /// The same, kept from other writers until the transaction ends.
    Optional<Project> lock(ProjectId id) {
        return one(SELECT + "where project.id = :id for update of project", id);
    }

    void move(Project project, ProjectState state, ProjectContent content, UUID form, Instant now) {
        database.sql("""
                        update showcase.project
                        set state = :state, content = cast(:content as jsonb), title = :title, written_at = :now,
                            submitted_at = case :state when 'SUBMITTED' then cast(:now as timestamptz) end,
                            lock_version = lock_version + 1, last_form = :form
                        where id = :id""")
                .param("id", project.id().value())
                .param("state", state.name())
                .param("content", json(content))
                .param("title", content.title())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("form", form)
                .update();
    }

    /// What these schools wrote, the latest written first.
    List<Project> ofSchools(Collection<Uai> schools, int offset, int limit) {
        return database.sql(SELECT + """
                        where project.uai = any(:schools)
                        order by project.written_at desc, project.id limit :limit offset :offset""")
                .param("schools", values(schools))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> project(row))
                .list();
    }

    long countOf(Collection<Uai> schools) {
        return database.sql("select count(*) from showcase.project where uai = any(:schools)")
                .param("schools", values(schools))
                .query(Long.class)
                .single();
    }

    private Optional<Project> one(String query, ProjectId id) {
        return database.sql(query)
                .param("id", id.value())
                .query((row, _) -> project(row))
                .optional();
    }

    private static String[] values(Collection<Uai> schools) {
        return schools.stream().map(Uai::value).toArray(String[]::new);
    }

    private static Project project(ResultSet row) throws SQLException {
        var shown = row.getString("shown");
        return new Project(
                new ProjectId(row.getObject("id", UUID.class)),
                new EditionId(row.getObject("edition_id", UUID.class)),
                new Uai(row.getString("uai")),
                row.getString("departement"),
                new PersonId(row.getObject("created_by", UUID.class)),
                ProjectState.valueOf(row.getString("state")),
                content(row.getString("content")),
                shown == null ? null : content(shown),
                instant(row, "submitted_at"),
                row.getObject("names_until", LocalDate.class),
                row.getInt("lock_version"),
                row.getObject("last_form", UUID.class));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static String json(ProjectContent content) {
        return JSON.writeValueAsString(content);
    }

    static ProjectContent content(String json) {
        return JSON.readValue(json, ProjectContent.class);
    }
}
