package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.account.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `event.handover`: one offer an event at most; what expired is not found.
@Repository
class HandoverRepository {
    private final JdbcClient database;
    private final Clock clock;

    HandoverRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// In place of an earlier offer of this event.
    void put(Handover handover) {
        delete(handover.event());
        database.sql("""
                        insert into event.handover
                            (id, event_id, organisation_id, mail, offered_by, authority, sentence, offered_at, expires_at)
                        values (:id, :event, :organisation, :mail, :by, :authority, :sentence, :now, :until)""")
                .param("id", handover.id())
                .param("event", handover.event().value())
                .param("organisation", value(handover.organisation()))
                .param("mail", handover.mail())
                .param("by", handover.offeredBy().value())
                .param("authority", handover.authority())
                .param("sentence", handover.sentence())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", handover.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Handover> find(UUID id) {
        return standing("id = :id", "id", id).stream().findFirst();
    }

    Optional<Handover> of(EventId event) {
        return standing("event_id = :event", "event", event.value()).stream().findFirst();
    }

    /// Offered to one of these organisations or to this address.
    List<Handover> to(List<OrganisationId> organisations, String mail) {
        return database.sql("""
                        select * from event.handover
                        where (organisation_id = any(:organisations) or mail = :mail) and expires_at > :now
                        order by offered_at""")
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .param("mail", mail)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> handover(row))
                .list();
    }

    /// Whether it was there: of two who answer, one does.
    boolean delete(EventId event) {
        return database.sql("delete from event.handover where event_id = :event")
                        .param("event", event.value())
                        .update()
                == 1;
    }

    private List<Handover> standing(String which, String name, UUID value) {
        return database.sql("select * from event.handover where expires_at > :now and " + which)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(name, value)
                .query((row, _) -> handover(row))
                .list();
    }

    private static Handover handover(ResultSet row) throws SQLException {
        var organisation = row.getObject("organisation_id", UUID.class);
        return new Handover(
                row.getObject("id", UUID.class),
                new EventId(row.getObject("event_id", UUID.class)),
                organisation == null ? null : new OrganisationId(organisation),
                row.getString("mail"),
                new PersonId(row.getObject("offered_by", UUID.class)),
                row.getString("authority"),
                row.getString("sentence"),
                VersionRepository.instant(row, "expires_at"));
    }

    private static @Nullable UUID value(@Nullable OrganisationId organisation) {
        return organisation == null ? null : organisation.value();
    }
}
