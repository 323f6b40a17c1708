package fr.preau.showcase;

import fr.preau.account.OrganisationId;
import fr.preau.account.PersonId;
import fr.preau.event.EventHandedOver;
import fr.preau.event.EventId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `showcase.attachment`: which project is shown at which event.
@Repository
class AttachmentRepository {
    record Attachment(ProjectId project, EventId event) {}

    private final JdbcClient database;

    AttachmentRepository(JdbcClient database) {
        this.database = database;
    }

    /// False when it was there already.
    boolean add(Attachment attachment, OrganisationId organiser, PersonId author, Instant now) {
        return database.sql("""
                        insert into showcase.attachment (project_id, event_id, organisation_id, attached_by, attached_at)
                        values (:project, :event, :organiser, :author, :now)
                        on conflict (project_id, event_id) do nothing""")
                        .param("project", attachment.project().value())
                        .param("event", attachment.event().value())
                        .param("organiser", organiser.value())
                        .param("author", author.value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void remove(Attachment attachment) {
        database.sql("delete from showcase.attachment where project_id = :project and event_id = :event")
                .param("project", attachment.project().value())
                .param("event", attachment.event().value())
                .update();
    }

    void removeAll(ProjectId project) {
        database.sql("delete from showcase.attachment where project_id = :project")
                .param("project", project.value())
                .update();
    }

    List<EventId> eventsOf(ProjectId project) {
        return database.sql("select event_id from showcase.attachment where project_id = :project order by attached_at")
                .param("project", project.value())
                .query((row, _) -> new EventId(row.getObject(1, UUID.class)))
                .list();
    }

    List<ProjectId> projectsOf(EventId event) {
        return database.sql("select project_id from showcase.attachment where event_id = :event")
                .param("event", event.value())
                .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
                .list();
    }

    /// The event belongs to another organisation, and what is shown there with it.
    @EventListener
    void on(EventHandedOver news) {
        database.sql("update showcase.attachment set organisation_id = :organisation where event_id = :event")
                .param("organisation", news.organisation().value())
                .param("event", news.event().value())
                .update();
    }

    /// At the events of these organisations, the latest first.
    List<Attachment> ofOrganisers(Collection<OrganisationId> organisers, int offset, int limit) {
        return database.sql("""
                        select project_id, event_id from showcase.attachment where organisation_id = any(:organisers)
                        order by attached_at desc, project_id limit :limit offset :offset""")
                .param("organisers", values(organisers))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, _) -> new Attachment(
                        new ProjectId(row.getObject(1, UUID.class)), new EventId(row.getObject(2, UUID.class))))
                .list();
    }

    long count(Collection<OrganisationId> organisers) {
        return database.sql("select count(*) from showcase.attachment where organisation_id = any(:organisers)")
                .param("organisers", values(organisers))
                .query(Long.class)
                .single();
    }

    private static UUID[] values(Collection<OrganisationId> organisers) {
        return organisers.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }
}
