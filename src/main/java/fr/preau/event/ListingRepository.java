package fr.preau.event;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import fr.preau.programme.EditionId;
import fr.preau.territory.Uai;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads what was approved. Only approval writes it.
@Repository
class ListingRepository {
    private final JdbcClient jdbc;
    private final ListingRow row;

    ListingRepository(JdbcClient jdbc, ListingRow row) {
        this.jdbc = jdbc;
        this.row = row;
    }

    Optional<Listing> find(EventId id) {
        return find(List.of(id.value())).stream().findFirst();
    }

    Optional<Listing> findBySession(SessionId session) {
        return jdbc.sql("select event_id from event.session where id = :id")
                .param("id", session.value())
                .query(UUID.class)
                .optional()
                .flatMap(event -> find(new EventId(event)));
    }

    /// In the order of the ids; those that are not listed are left out.
    List<Listing> find(Collection<UUID> ids) {
        var sessions = sessionsOf(ids);
        var found = jdbc
                .sql("select * from event.listing where event_id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((line, _) -> row.read(line, sessions))
                .list()
                .stream()
                .collect(toMap(listing -> listing.event().id().value(), Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    Map<SessionId, LocalDate> lastDays(Collection<UUID> sessions) {
        return jdbc
                .sql("""
                        select s.id, (s.ends_at at time zone l.zone)::date as day
                        from event.session s join event.listing l on l.event_id = s.event_id
                        where s.id = any(:ids)
                        """)
                .param("ids", sessions.toArray(UUID[]::new))
                .query((line, _) -> Map.entry(
                        new SessionId(line.getObject("id", UUID.class)), line.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Those held in a school, cancelled or not.
    List<Listing> hostedBy(Uai school, EditionId edition) {
        return find(jdbc.sql("select event_id from event.listing where venue = :venue and edition_id = :edition")
                .param("venue", school.value())
                .param("edition", edition.value())
                .query((line, _) -> line.getObject("event_id", UUID.class))
                .list());
    }

    Optional<Catalogue.Picture> image(UUID id) {
        return jdbc.sql("""
                        select media_type, bytes from event.image i
                        where id = :id and exists (
                            select from event.listing l where l.event_id = i.event_id and l.image_id = i.id)""")
                .param("id", id)
                .query((line, _) -> new Catalogue.Picture(
                        line.getString("media_type"), new ByteArrayResource(line.getBytes("bytes"))))
                .optional();
    }

    private Map<UUID, List<ListingRow.Session>> sessionsOf(Collection<UUID> ids) {
        return jdbc
                .sql("select * from event.session where event_id = any(:ids) order by starts_at, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(ListingRepository::session)
                .list()
                .stream()
                .collect(groupingBy(ListingRow.Session::event));
    }

    private static ListingRow.Session session(ResultSet line, int number) throws SQLException {
        return new ListingRow.Session(
                line.getObject("id", UUID.class),
                line.getObject("event_id", UUID.class),
                line.getTimestamp("starts_at").toInstant(),
                line.getTimestamp("ends_at").toInstant(),
                line.getInt("capacity"),
                line.getInt("class_capacity"),
                line.getInt("taken"),
                line.getInt("class_taken"),
                line.getBoolean("cancelled"),
                line.getInt("held"),
                line.getInt("class_held"),
                line.getInt("waiting"),
                line.getInt("class_waiting"));
    }
}
