package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.programme.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What waits for moderators: versions submitted, and published events reported.
@Repository
class ModerationRepository {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// Below this, two titles have nothing to do with each other.
    private static final double NEAR = .4;

    /// Whose queue: everything, what no coordinator may decide, or what lies within these départements.
    record Scope(Kind kind, Set<String> departements, List<UUID> delegated) {
        enum Kind {
            ALL,
            NATIONAL,
            WITHIN
        }
    }

    /// One line of the queue, waiting since `since`.
    record Waiting(
            EventId id,
            OrganisationId organisation,
            String title,
            Instant since,
            boolean published,
            int reports,
            List<String> departements) {}

    private static final String WAITING = """
            with waiting as (
                select event.id, event.organisation_id, event.edition_id, version.title, version.departements,
                       version.submitted_at as since, event.state = 'PUBLISHED' as published, 0 as reports
                from event.version join event.event on event.id = version.event_id
                where version.state = 'SUBMITTED' and event.state in ('SUBMITTED', 'PUBLISHED')
                union all
                select event.id, event.organisation_id, event.edition_id, listing.title,
                       case when listing.format = 'AT_SCHOOL' then listing.offered_in
                            else array_remove(array[listing.departement], null) end,
                       min(report.reported_at), true, count(*)::int
                from event.report
                join event.event on event.id = report.event_id
                join event.listing on listing.event_id = event.id
                where report.closed_at is null and event.state = 'PUBLISHED'
                group by event.id, listing.event_id),
            mine as (
                select * from waiting
                where case :kind
                    when 'ALL' then true
                    when 'NATIONAL' then departements = '{}' or edition_id not in (:delegated)
                    else departements <> '{}' and departements <@ string_to_array(:departements, ',')
                         and edition_id in (:delegated)
                end)
            """;

    private final JdbcClient database;

    ModerationRepository(JdbcClient database) {
        this.database = database;
    }

    /// Oldest first.
    List<Waiting> waiting(Scope scope, int offset, int limit) {
        return asked(WAITING + "select * from mine order by since, id limit :limit offset :offset", scope)
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> waiting(row))
                .list();
    }

    long count(Scope scope) {
        return asked(WAITING + "select count(*) from mine", scope)
                .query(Long.class)
                .single();
    }

    /// One published event; `abandoned`: nobody publishes for its organisation any more.
    record Published(EventId id, OrganisationId organisation, String title, boolean abandoned, List<String> departements) {}

    private static final String PUBLISHED = """
            with published as (
                select event.id, event.edition_id, listing.organisation_id, listing.title, listing.organisation_name,
                       listing.organisation_id = any(:abandoned) as abandoned,
                       case when listing.format = 'AT_SCHOOL' then listing.offered_in
                            else array_remove(array[listing.departement], null) end as departements
                from event.event join event.listing on listing.event_id = event.id
                where event.state = 'PUBLISHED'),
            mine as (
                select * from published
                where (:words = '' or strpos(public.plain(title || ' ' || organisation_name), public.plain(:words)) > 0)
                    and case :kind
                        when 'ALL' then true
                        when 'NATIONAL' then departements = '{}' or edition_id not in (:delegated)
                        else departements <> '{}' and departements <@ string_to_array(:departements, ',')
                             and edition_id in (:delegated)
                    end)
            """;

    /// Those nobody is left for first, then the latest editions' by title.
    List<Published> published(Scope scope, String words, Collection<OrganisationId> abandoned, int offset, int limit) {
        return asked(PUBLISHED + "select * from mine order by not abandoned, title, id limit :limit offset :offset", scope)
                .param("words", words)
                .param("abandoned", organisations(abandoned))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Published(
                        new EventId(row.getObject("id", UUID.class)),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getString("title"),
                        row.getBoolean("abandoned"),
                        List.of((String[]) row.getArray("departements").getArray())))
                .list();
    }

    long countPublished(Scope scope, String words) {
        return asked(PUBLISHED + "select count(*) from mine", scope)
                .param("words", words)
                .param("abandoned", new UUID[0])
                .query(Long.class)
                .single();
    }

    private static UUID[] organisations(Collection<OrganisationId> all) {
        return all.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }

    /// Other events of the edition, submitted or published, whose title is near, the nearest first.
    List<FindingRule.Similar> similar(EventRecord event, String title) {
        return database.sql("""
                        select event.id, event.organisation_id = :organisation as same_organisation, version.content,
                               version.state = 'APPROVED' as published,
                               public.similarity(public.plain(version.title), public.plain(:title)) as likeness
                        from event.version join event.event on event.id = version.event_id
                        where event.edition_id = :edition and event.id <> :event
                          and event.state in ('SUBMITTED', 'PUBLISHED') and version.state in ('SUBMITTED', 'APPROVED')
                          and public.similarity(public.plain(version.title), public.plain(:title)) >= :near
                        order by likeness desc, event.id
                        limit 10""")
                .param("event", event.id().value())
                .param("edition", event.edition().value())
                .param("organisation", event.organisation().value())
                .param("title", title)
                .param("near", NEAR)
                .query((row, _) -> new FindingRule.Similar(
                        new EventId(row.getObject("id", UUID.class)),
                        JSON.readValue(row.getString("content"), EventContent.class),
                        row.getDouble("likeness"),
                        row.getBoolean("same_organisation"),
                        row.getBoolean("published")))
                .list();
    }

    static List<UUID> values(Collection<EditionId> editions) {
        return editions.stream().map(EditionId::value).toList();
    }

    private JdbcClient.StatementSpec asked(String sql, Scope scope) {
        // An empty list is no SQL: an id that no edition has stands for it.
        var delegated = scope.delegated().isEmpty() ? List.of(new UUID(0, 0)) : scope.delegated();
        return database.sql(sql)
                .param("kind", scope.kind().name())
                .param("departements", String.join(",", scope.departements()))
                .param("delegated", delegated);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new EventId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("title"),
                VersionRepository.instant(row, "since"),
                row.getBoolean("published"),
                row.getInt("reports"),
                List.of((String[]) row.getArray("departements").getArray()));
    }
}
