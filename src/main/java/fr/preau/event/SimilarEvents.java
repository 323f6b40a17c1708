package fr.preau.event;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Where else to go when an event is full: others of the same edition that still have room, like it first.
@Component
public class SimilarEvents {
    private static final int MOST = 5;

    /// How many seats in one session; for a class, among those that classes may take.
    public record Need(int seats, boolean forClass) {
        boolean isMetBy(PublishedSession session) {
            return !session.cancelled() && seats <= (forClass ? session.leftForClasses() : session.left());
        }
    }

    /// `sessions` are those to come that have room, at least one.
    public record Similar(PublishedEvent event, List<PublishedSession> sessions) {}

    private final JdbcClient jdbc;
    private final ListingRepository listings;
    private final Clock clock;

    SimilarEvents(JdbcClient jdbc, ListingRepository listings, Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.clock = clock;
    }

    /// What is near before what takes half a day, and that before the rest of the country; then same kind and same
    /// audience before others, then the nearest (an online event is near everyone). At most five; events that come
    /// to schools are offered to classes only.
    public List<Similar> to(EventId event, Need need) {
        var now = clock.instant();
        var ids = jdbc.sql("""
                        select other.event_id
                        from event.listing full_one
                        join event.listing other on other.edition_id = full_one.edition_id
                            and other.event_id <> full_one.event_id and not other.cancelled
                            and (other.format <> 'AT_SCHOOL' or :forClass)
                        cross join lateral (select case
                            when other.latitude is not null and full_one.latitude is not null
                                then earth_distance(ll_to_earth(other.latitude, other.longitude),
                                    ll_to_earth(full_one.latitude, full_one.longitude))
                            when other.format = 'ONLINE' then 50000
                            when other.departement = full_one.departement then 30000
                            else 1000000 end as metres) as away
                        where full_one.event_id = :event
                            and exists (select from event.session
                                where session.event_id = other.event_id and not session.cancelled
                                    and session.starts_at > :now and case when :forClass then session.class_seats_left else session.seats_left end >= :seats)
                        order by width_bucket(metres, array[40000, 150000]::double precision[]),
                            (other.kind = full_one.kind)::int + (other.audience && full_one.audience)::int desc,
                            metres, other.event_id
                        limit :most""")
                .param("event", event.value())
                .param("seats", need.seats())
                .param("forClass", need.forClass())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, _) -> row.getObject("event_id", UUID.class))
                .list();
        return listings.find(ids).stream()
                .map(listing -> new Similar(
                        listing.event(),
                        listing.event().sessions().stream()
                                .filter(session -> session.start().toInstant().isAfter(now) && need.isMetBy(session))
                                .toList()))
                .toList();
    }
}
