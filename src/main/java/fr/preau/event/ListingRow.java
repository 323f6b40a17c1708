package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.programme.EditionId;
import fr.preau.territory.GeoPoint;
import fr.preau.territory.Uai;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// One row of `event.listing` turned into a [Listing].
@Component
class ListingRow {
    private static final TypeReference<List<Listing.Speaker>> SPEAKERS = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /// A row of `event.session`: instants, until the zone of its event is known.
    record Session(
            UUID id,
            UUID event,
            Instant start,
            Instant end,
            int capacity,
            int classCapacity,
            int taken,
            int classTaken,
            boolean cancelled,
            int held,
            int classHeld,
            int waiting,
            int classWaiting) {
        PublishedSession in(ZoneId zone) {
            return new PublishedSession(
                    new SessionId(id),
                    new EventId(event),
                    start.atZone(zone),
                    end.atZone(zone),
                    capacity,
                    classCapacity,
                    taken,
                    classTaken,
                    cancelled,
                    held,
                    classHeld,
                    waiting,
                    classWaiting);
        }
    }

    Listing read(ResultSet line, Map<UUID, List<Session>> sessions) throws SQLException {
        var offeredIn = texts(line.getArray("offered_in"));
        var zone = ZoneId.of(line.getString("zone"));
        var id = line.getObject("event_id", UUID.class);
        return new Listing(
                event(
                        line,
                        sessions.getOrDefault(id, List.of()).stream()
                                .map(session -> session.in(zone))
                                .toList()),
                line.getString("organisation_name"),
                offeredIn,
                line.getString("commune"),
                point(line),
                zone,
                texts(line.getArray("accessibility")),
                speakers(line.getString("speakers")),
                line.getString("contact_name"),
                image(line),
                line.getString("cancelled_reason"),
                line.getTimestamp("published_at").toInstant(),
                line.getTimestamp("updated_at").toInstant());
    }

    private static PublishedEvent event(ResultSet line, List<PublishedSession> sessions) throws SQLException {
        return new PublishedEvent(
                new EventId(line.getObject("event_id", UUID.class)),
                line.getInt("revision"),
                new EditionId(line.getObject("edition_id", UUID.class)),
                new OrganisationId(line.getObject("organisation_id", UUID.class)),
                line.getString("title"),
                line.getString("description"),
                line.getString("kind"),
                Format.valueOf(line.getString("format")),
                audience(texts(line.getArray("audience"))),
                line.getString("departement"),
                line.getString("place"),
                line.getString("link"),
                line.getString("contact_mail"),
                line.getBoolean("cancelled"),
                sessions,
                new WaitingPolicy(line.getInt("waiting_passes")),
                line.getString("instructions"),
                venue(line));
    }

    private static @Nullable Uai venue(ResultSet line) throws SQLException {
        var uai = line.getString("venue");
        return uai == null ? null : Uai.parse(uai).orElse(null);
    }

    private static Set<Audience> audience(List<String> names) {
        var audience = EnumSet.noneOf(Audience.class);
        names.forEach(name -> audience.add(Audience.valueOf(name)));
        return audience;
    }

    private static @Nullable GeoPoint point(ResultSet line) throws SQLException {
        var latitude = line.getDouble("latitude");
        return line.wasNull() ? null : new GeoPoint(latitude, line.getDouble("longitude"));
    }

    private static Listing.@Nullable Image image(ResultSet line) throws SQLException {
        var id = line.getObject("image_id", UUID.class);
        var alternative = line.getString("image_alternative");
        return id == null ? null : new Listing.Image(id, alternative == null ? "" : alternative);
    }

    private List<Listing.Speaker> speakers(String text) {
        return json.readValue(text, SPEAKERS).stream()
                .map(speaker -> new Listing.Speaker(known(speaker.name()), known(speaker.role())))
                .toList();
    }

    private static String known(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(String.class::cast)
                .toList();
    }
}
