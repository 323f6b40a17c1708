package fr.preau.event;

import fr.preau.territory.GeoPoint;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the catalogue shows of an event: the last approved version and what surrounds it. `offeredIn` are the
/// départements an event that comes to schools goes to (or an online one is meant for; none: everywhere).
public record Listing(
        PublishedEvent event,
        String organisation,
        List<String> offeredIn,
        String commune,
        @Nullable GeoPoint point,
        ZoneId zone,
        List<String> accessibility,
        List<Speaker> speakers,
        String contactName,
        @Nullable Image image,
        @Nullable String cancelledReason,
        Instant publishedAt,
        Instant updatedAt) {
    /// Someone who speaks. What else they told the organiser, their gender first, is never read here.
    public record Speaker(String name, String role) {}

    public record Image(UUID id, String alternative) {}

    public Optional<PublishedSession> session(SessionId id) {
        return event.sessions().stream()
                .filter(session -> session.id().equals(id))
                .findFirst();
    }

    /// Sessions one can still go to.
    public List<PublishedSession> upcoming(Instant now) {
        return event.sessions().stream()
                .filter(session ->
                        !session.cancelled() && session.end().toInstant().isAfter(now))
                .toList();
    }
}
