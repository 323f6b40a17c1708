package fr.preau.event;

import fr.preau.account.OrganisationId;
import fr.preau.programme.Edition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A published event for a test of any module, written without its moderation:
/// `AListedEvent.of(edition).format(Format.ONLINE).add(jdbc)`, then `event.session(jdbc, new Room(30, 10))`.
public final class AListedEvent {
    private final EventId id = new EventId(UUID.randomUUID());
    private final Edition edition;
    private OrganisationId organisation = new OrganisationId(UUID.randomUUID());
    private Format format = Format.ON_SITE;
    private Audience[] audience = {Audience.PUBLIC};
    private String departement = "09";
    private String title = "Visite d'un atelier " + id.value();

    private AListedEvent(Edition edition) {
        this.edition = edition;
    }

    /// Capacity, and how many of it classes may take.
    public record Room(int seats, int forClasses) {}

    public static AListedEvent of(Edition edition) {
        return new AListedEvent(edition);
    }

    public AListedEvent by(OrganisationId organiser) {
        organisation = organiser;
        return this;
    }

    public AListedEvent format(Format where) {
        format = where;
        return this;
    }

    public AListedEvent audience(Audience... whom) {
        audience = whom;
        return this;
    }

    public AListedEvent in(String code) {
        departement = code;
        return this;
    }

    public AListedEvent titled(String words) {
        title = words;
        return this;
    }

    public EventId add(JdbcClient jdbc) {
        jdbc.sql("""
                        insert into event.event (id, edition_id, organisation_id, created_by, created_at, state)
                        values (?, ?, ?, ?, now(), 'PUBLISHED')
                        """)
                .params(id.value(), edition.id().value(), organisation.value(), UUID.randomUUID())
                .update();
        jdbc.sql("""
                        insert into event.listing (event_id, revision, edition_id, organisation_id, organisation_name,
                            title, description, kind, format, audience, departement, offered_in, commune, place,
                            latitude, longitude, zone, link, contact_mail, published_at, updated_at)
                        values (?, 1, ?, ?, 'Ariège code', ?, 'Comment naît un logiciel.', 'visite', ?, ?, ?, ?, 'Foix',
                            '1 rue de la Paix, 09000 Foix', 42.96, 1.61, 'Europe/Paris', ?, 'contact@example.org',
                            now(), now())
                        """)
                .params(
                        id.value(),
                        edition.id().value(),
                        organisation.value(),
                        title,
                        format.name(),
                        Stream.of(audience).map(Enum::name).toArray(String[]::new),
                        departement,
                        format == Format.AT_SCHOOL ? new String[] {departement} : new String[0],
                        format == Format.ONLINE ? "https://visio.example.org/salle" : "")
                .update();
        return id;
    }

    /// A session of an event, two days from now.
    public static SessionId session(JdbcClient jdbc, EventId event, Room room) {
        return session(jdbc, event, room, Instant.now().plus(Duration.ofDays(2)));
    }

    public static SessionId session(JdbcClient jdbc, EventId event, Room room, Instant start) {
        var id = new SessionId(UUID.randomUUID());
        jdbc.sql("""
                        insert into event.session (id, event_id, starts_at, ends_at, capacity, class_capacity)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id.value(),
                        event.value(),
                        start.atOffset(ZoneOffset.UTC),
                        start.plus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC),
                        room.seats(),
                        room.forClasses()))
                .update();
        return id;
    }
}
