package fr.preau.event;

import fr.preau.account.Organisation;
import fr.preau.account.OrganisationId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Writes `event.listing`, the flat copy of the last approved version that the catalogue reads.
@Repository
class ListingWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Approved(EventRecord event, String organisation, EventContent content, ZoneId zone, Instant now) {}

    /// Where and by which link people join: when it changes, those registered must know.
    record Whereabouts(
            String format, String place, @Nullable String link) {
        static Whereabouts of(EventContent content) {
            return new Whereabouts(formatOf(content).name(), content.place(), linkOf(content));
        }
    }

    /// What the public sees of a speaker: never the gender.
    private record PublicSpeaker(String name, String role) {}

    private final JdbcClient database;

    ListingWriter(JdbcClient database) {
        this.database = database;
    }

    Optional<Whereabouts> whereabouts(EventId event) {
        return database.sql("select format, place, link from event.listing where event_id = :event")
                .param("event", event.value())
                .query(Whereabouts.class)
                .optional();
    }

    /// The revision it becomes: 1, then one more each time.
    int write(Approved listing) {
        var content = listing.content();
        var venue = content.departements().isEmpty() || content.format() == Format.AT_SCHOOL ? null : content.venue();
        var point = venue == null ? null : venue.point();
        var picture = content.picture();
        return database.sql("""
                        insert into event.listing (
                            event_id, revision, edition_id, organisation_id, organisation_name, title, description,
                            kind, format, audience, departement, offered_in, commune, place, latitude, longitude, zone,
                            accessibility, speakers, link, contact_name, contact_mail, image_id, image_alternative,
                            waiting_passes, instructions, published_at, updated_at, venue)
                        values (
                            :event, 1, :edition, :organisation, :organisationName, :title, :description,
                            :kind, :format, string_to_array(:audience, ','), :departement,
                            string_to_array(:offeredIn, ','), :commune, :place, :latitude, :longitude, :zone,
                            string_to_array(:accessibility, ','), cast(:speakers as jsonb), :link, :contactName,
                            :contactMail, :image, :alternative, :passes, :instructions, :now, :now, :venue)
                        on conflict (event_id) do update
                        set revision = event.listing.revision + 1, organisation_name = excluded.organisation_name,
                            title = excluded.title, description = excluded.description, kind = excluded.kind,
                            format = excluded.format, audience = excluded.audience,
                            departement = excluded.departement, offered_in = excluded.offered_in,
                            commune = excluded.commune, place = excluded.place, latitude = excluded.latitude,
                            longitude = excluded.longitude, zone = excluded.zone,
                            accessibility = excluded.accessibility, speakers = excluded.speakers,
                            link = excluded.link, contact_name = excluded.contact_name,
                            contact_mail = excluded.contact_mail, image_id = excluded.image_id,
                            image_alternative = excluded.image_alternative,
                            waiting_passes = excluded.waiting_passes, instructions = excluded.instructions,
                            updated_at = excluded.updated_at,
                            venue = excluded.venue
                        returning revision""")
                .param("event", listing.event().id().value())
                .param("edition", listing.event().edition().value())
                .param("organisation", listing.event().organisation().value())
                .param("organisationName", listing.organisation())
                .param("title", content.title())
                .param("description", content.description())
                .param("kind", content.kind())
                .param("format", formatOf(content).name())
                .param("audience", names(content.audience()))
                .param("departement", only(content))
                .param("offeredIn", content.format() == Format.AT_SCHOOL ? String.join(",", content.offeredIn()) : "")
                .param("commune", venue == null ? "" : venue.commune())
                .param("place", content.place())
                .param("latitude", point == null ? null : point.latitude())
                .param("longitude", point == null ? null : point.longitude())
                .param("zone", listing.zone().getId())
                .param("accessibility", names(content.accessibility()))
                .param("speakers", speakers(content))
                .param("link", linkOf(content))
                .param("contactName", content.contactName())
                .param("contactMail", content.contactMail())
                .param("image", picture == null ? null : picture.id())
                .param("alternative", picture == null ? null : picture.alternative())
                .param("passes", content.waiting().passes())
                .param("instructions", content.instructions())
                .param("now", listing.now().atOffset(ZoneOffset.UTC))
                .param("venue", venue == null ? null : venue.school())
                .query(Integer.class)
                .single();
    }

    /// Marks it cancelled, so that its page says so; a calendar that follows it sees a new revision.
    void cancel(EventId event, String reason, Instant now) {
        database.sql("""
                        update event.listing
                        set cancelled = true, cancelled_reason = :reason, revision = revision + 1, updated_at = :now
                        where event_id = :event""")
                .param("event", event.value())
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// A new revision of the same words: one of its sessions was cancelled.
    void revise(EventId event, Instant now) {
        database.sql("update event.listing set revision = revision + 1, updated_at = :now where event_id = :event")
                .param("event", event.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// To another organisation; nothing when it is not published.
    void give(EventId event, Organisation to, Instant now) {
        database.sql("""
                        update event.listing
                        set organisation_id = :organisation, organisation_name = :name, revision = revision + 1,
                            updated_at = :now
                        where event_id = :event""")
                .param("event", event.value())
                .param("organisation", to.id().value())
                .param("name", to.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void rename(OrganisationId organisation, String name, Instant now) {
        database.sql("""
                        update event.listing
                        set organisation_name = :name, revision = revision + 1, updated_at = :now
                        where organisation_id = :organisation and organisation_name <> :name""")
                .param("organisation", organisation.value())
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Format formatOf(EventContent content) {
        return Objects.requireNonNull(content.format(), "an approved version has a format");
    }

    private static @Nullable String linkOf(EventContent content) {
        return content.link().isEmpty() ? null : content.link();
    }

    /// The département it lies in; an event offered in several lies in none.
    private static @Nullable String only(EventContent content) {
        var all = content.departements();
        return all.size() == 1 ? all.iterator().next() : null;
    }

    private static String names(Collection<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String speakers(EventContent content) {
        List<PublicSpeaker> all = content.speakers().stream()
                .map(speaker -> new PublicSpeaker(speaker.name(), speaker.role()))
                .toList();
        return JSON.writeValueAsString(all);
    }
}
