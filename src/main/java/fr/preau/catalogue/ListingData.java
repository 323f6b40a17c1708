package fr.preau.catalogue;

import fr.preau.event.Format;
import fr.preau.event.Listing;
import fr.preau.event.PublishedSession;
import fr.preau.event.SeatsNow;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// An event as search engines read it: one schema.org `Event` a session, in JSON-LD. No person is named.
@Component
class ListingData {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = "https://schema.org/";

    private final SeatsNow seats;
    private final String address;

    ListingData(SeatsNow seats, @Value("${preau.address}") String address) {
        this.seats = seats;
        this.address = address.replaceAll("/+$", "");
    }

    /// Safe inside a script element: no `<` is left to close it.
    String of(Listing listing) {
        var now = seats.moment();
        var sessions = listing.event().sessions().stream()
                .map(session -> event(listing, session, now))
                .toList();
        return JSON.writeValueAsString(sessions)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private Map<String, Object> event(Listing listing, PublishedSession session, SeatsNow.Moment now) {
        var event = listing.event();
        var page = address + "/evenements/" + event.id().value();
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", "https://schema.org");
        data.put("@type", "Event");
        data.put("@id", page + "#" + session.id().value());
        data.put("name", event.title());
        data.put("description", event.description());
        data.put("url", page);
        data.put("startDate", session.start().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        data.put("endDate", session.end().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
        data.put(
                "eventStatus",
                SCHEMA + (event.cancelled() || session.cancelled() ? "EventCancelled" : "EventScheduled"));
        data.put("eventAttendanceMode", SCHEMA + mode(event.format()));
        data.put("location", location(listing, page));
        data.put("isAccessibleForFree", true);
        data.put("inLanguage", "fr");
        data.put("organizer", Map.of("@type", "Organization", "name", listing.organisation()));
        data.put("maximumAttendeeCapacity", session.capacity());
        data.put("remainingAttendeeCapacity", now.left(event, session));
        if (listing.image() != null) {
            data.put("image", address + "/evenements/images/" + listing.image().id());
        }
        return data;
    }

    private static String mode(Format format) {
        return switch (format) {
            case ON_SITE, AT_SCHOOL -> "OfflineEventAttendanceMode";
            case ONLINE -> "OnlineEventAttendanceMode";
            case HYBRID -> "MixedEventAttendanceMode";
        };
    }

    /// The link to join by is for those registered: the page stands for it.
    private static Object location(Listing listing, String page) {
        var online = Map.of("@type", "VirtualLocation", "url", page);
        return switch (listing.event().format()) {
            case ON_SITE, AT_SCHOOL -> place(listing);
            case ONLINE -> online;
            case HYBRID -> List.of(place(listing), online);
        };
    }

    private static Map<String, Object> place(Listing listing) {
        var place = new LinkedHashMap<String, Object>();
        place.put("@type", "Place");
        place.put("name", listing.event().place());
        var postal = new LinkedHashMap<String, Object>();
        postal.put("@type", "PostalAddress");
        postal.put("streetAddress", listing.event().place());
        postal.put("addressLocality", listing.commune());
        postal.put("addressCountry", "FR");
        place.put("address", postal);
        if (listing.point() != null) {
            place.put(
                    "geo",
                    Map.of(
                            "@type", "GeoCoordinates",
                            "latitude", listing.point().latitude(),
                            "longitude", listing.point().longitude()));
        }
        return place;
    }
}
