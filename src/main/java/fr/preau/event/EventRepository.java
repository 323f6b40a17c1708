package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.account.PersonId;
import fr.preau.programme.EditionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `event.event`: whose an event is and where it stands.
@Repository
class EventRepository {
    /// An event in its organiser's list: the title of its latest version, and whether that version is still to be
    /// submitted or read while an older one is public.
    record Line(
            EventId id,
            OrganisationId organisation,
            EditionId edition,
            String title,
            EventState state,
            VersionState latest,
            EventContent content) {
        /// The first day people come, when the organiser said it.
        Optional<LocalDate> firstDay() {
            return content.sessions().stream()
                    .map(EventContent.Slot::day)
                    .filter(Objects::nonNull)
                    .min(Comparator.naturalOrder());
        }
    }

    private final JdbcClient database;

    EventRepository(JdbcClient database) {
        this.database = database;
    }

    /// False when this id is already there.
    boolean insert(EventRecord event, PersonId author, Instant now) {
        return database.sql("""
                        insert into event.event (id, edition_id, organisation_id, created_by, created_at, state, last_form)
                        values (:id, :edition, :organisation, :author, :now, :state, :form)
                        on conflict (id) do nothing""")
                        .param("id", event.id().value())
                        .param("edition", event.edition().value())
                        .param("organisation", event.organisation().value())
                        .param("author", author.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("state", event.state().name())
                        .param("form", event.lastForm())
                        .update()
                == 1;
    }

    Optional<EventRecord> find(EventId id) {
        return database.sql("select * from event.event where id = :id")
                .param("id", id.value())
                .query((row, _) -> event(row))
                .optional();
    }

    /// Moves it to `state` and counts one more write; false when someone else wrote since `event` was read. The row
    /// stays locked until the transaction ends, so that one writes at a time.
    boolean move(EventRecord event, EventState state, UUID form) {
        return database.sql("""
                        update event.event
                        set state = :state, lock_version = lock_version + 1, last_form = :form
                        where id = :id and lock_version = :lock""")
                        .param("id", event.id().value())
                        .param("lock", event.lock())
                        .param("state", state.name())
                        .param("form", form)
                        .update()
                == 1;
    }

    /// For another edition, within a write.
    void enrol(EventId event, EditionId edition) {
        database.sql("update event.event set edition_id = :edition where id = :id")
                .param("id", event.value())
                .param("edition", edition.value())
                .update();
    }

    /// To another organisation, within a write.
    void give(EventId event, OrganisationId organisation) {
        database.sql("update event.event set organisation_id = :organisation where id = :id")
                .param("id", event.value())
                .param("organisation", organisation.value())
                .update();
    }

    /// All that was kept of an event that was never published.
    void delete(EventId event) {
        for (var table : List.of("image", "ruling", "handover", "report", "version")) {
            database.sql("delete from event.%s where event_id = :id".formatted(table))
                    .param("id", event.value())
                    .update();
        }
        database.sql("delete from event.event where id = :id")
                .param("id", event.value())
                .update();
    }

    /// What an organisation wrote, the latest written first.
    List<Line> ofOrganisations(Collection<OrganisationId> organisations, int offset, int limit) {
        return database.sql("""
                        select event.id, event.organisation_id, event.edition_id, event.state,
                               latest.title, latest.state as latest_state, latest.content
                        from event.event
                        cross join lateral (
                            select title, state, content, written_at from event.version
                            where event_id = event.id order by number desc limit 1) latest
                        where event.organisation_id in (:organisations)
                        order by latest.written_at desc, event.id
                        limit :limit offset :offset""")
                .param("organisations", values(organisations))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Line(
                        new EventId(row.getObject("id", UUID.class)),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new EditionId(row.getObject("edition_id", UUID.class)),
                        row.getString("title"),
                        EventState.valueOf(row.getString("state")),
                        VersionState.valueOf(row.getString("latest_state")),
                        VersionRepository.content(row)))
                .list();
    }

    long countOf(Collection<OrganisationId> organisations) {
        return database.sql("select count(*) from event.event where organisation_id in (:organisations)")
                .param("organisations", values(organisations))
                .query(Long.class)
                .single();
    }

    long countIn(EditionId edition) {
        return database.sql("select count(*) from event.event where edition_id = :edition")
                .param("edition", edition.value())
                .query(Long.class)
                .single();
    }

    private static List<UUID> values(Collection<OrganisationId> organisations) {
        return organisations.stream().map(OrganisationId::value).toList();
    }

    private static EventRecord event(ResultSet row) throws SQLException {
        return new EventRecord(
                new EventId(row.getObject("id", UUID.class)),
                new EditionId(row.getObject("edition_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                EventState.valueOf(row.getString("state")),
                row.getInt("lock_version"),
                row.getObject("last_form", UUID.class));
    }
}
