package fr.preau.showcase;

import fr.preau.web.Pictures;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `showcase.image`: never changed once written.
@Repository
class ProjectImageRepository {
    /// A face is kept no longer than it may be shown, a month aside for what is being renewed or recorded.
    private static final String DUE = """
            from showcase.image
            where added_at < :aMonthAgo and shown <> '{}' and exists (
                select from unnest(shown) as pupil
                where not exists (
                    select from showcase.authorisation
                    where member_id = pupil and purpose = 'PHOTO'
                      and coalesce(withdrawn_at >= :aMonthAgo,
                                   valid_until >= cast(:aMonthAgo as timestamptz)::date)))
            """;

    private final JdbcClient database;

    ProjectImageRepository(JdbcClient database) {
        this.database = database;
    }

    void insert(ProjectImage image, Pictures.Kept kept, Instant now) {
        database.sql("""
                        insert into showcase.image (id, project_id, media_type, bytes, alternative, shown, added_at)
                        values (:id, :project, :type, :bytes, :alternative, :shown, :now)
                        on conflict (id) do nothing""")
                .param("id", image.id())
                .param("project", image.project().value())
                .param("type", kept.mediaType())
                .param("bytes", kept.bytes())
                .param("alternative", image.alternative())
                .param("shown", image.people().toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// In the order of the ids; those forgotten are left out.
    List<ProjectImage> find(Collection<UUID> ids) {
        Map<UUID, ProjectImage> found = database
                .sql("select id, project_id, alternative, shown from showcase.image where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> image(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ProjectImage::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    Optional<Pictures.Kept> bytes(UUID id) {
        return database.sql("select media_type, bytes from showcase.image where id = :id")
                .param("id", id)
                .query((row, _) -> new Pictures.Kept(row.getString("media_type"), row.getBytes("bytes")))
                .optional();
    }

    int due(Instant aMonthAgo) {
        return database.sql("select count(*) " + DUE)
                .param("aMonthAgo", aMonthAgo.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    int forget(Instant aMonthAgo, int most) {
        return database.sql("delete from showcase.image where id in (select id " + DUE + " limit :most)")
                .param("aMonthAgo", aMonthAgo.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    private static ProjectImage image(ResultSet row) throws SQLException {
        return new ProjectImage(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("alternative"),
                List.of((UUID[]) row.getArray("shown").getArray()));
    }
}
