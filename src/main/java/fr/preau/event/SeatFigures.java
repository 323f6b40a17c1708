package fr.preau.event;

import fr.preau.programme.EditionId;
import fr.preau.territory.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What an edition offers, event by event, to be counted by place: past sessions too, cancelled ones not. `left` is
/// what can still be taken.
@Component
public class SeatFigures {
    private final JdbcClient jdbc;
    private final SeatsNow seats;

    SeatFigures(JdbcClient jdbc, SeatsNow seats) {
        this.jdbc = jdbc;
        this.seats = seats;
    }

    /// One event. `departements` are where it happens or where it comes to schools; none for one held online, or
    /// offered everywhere. Seats are visits where the organiser comes to the class.
    public record Offer(
            EventId event,
            String title,
            Format format,
            Set<String> departements,
            @Nullable GeoPoint point,
            int seats,
            int left) {}

    public List<Offer> of(EditionId edition) {
        var now = seats.moment();
        return jdbc.sql("""
                        select l.event_id, l.title, l.format, l.departement, l.offered_in, l.latitude, l.longitude,
                               sum(s.capacity)::int as seats, coalesce(sum(s.capacity - s.taken - s.held) filter (where %s), 0)::int as free
                          from event.listing l join event.session s using (event_id)
                         where l.edition_id = :edition and not l.cancelled and not s.cancelled
                         group by l.event_id
                         order by l.event_id
                        """.formatted(SeatsNow.OPEN))
                .param("edition", edition.value())
                .param("now", now.at().atOffset(ZoneOffset.UTC))
                .param("closed", now.closedIds())
                .query(SeatFigures::offer)
                .list();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        return new Offer(
                new EventId(row.getObject("event_id", UUID.class)),
                row.getString("title"),
                Format.valueOf(row.getString("format")),
                departements(row),
                point(row),
                row.getInt("seats"),
                row.getInt("free"));
    }

    private static Set<String> departements(ResultSet row) throws SQLException {
        var departement = row.getString("departement");
        return departement == null
                ? Arrays.stream((Object[]) row.getArray("offered_in").getArray())
                        .map(String.class::cast)
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of(departement);
    }

    private static @Nullable GeoPoint point(ResultSet row) throws SQLException {
        var latitude = row.getDouble("latitude");
        return row.wasNull() ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }
}
