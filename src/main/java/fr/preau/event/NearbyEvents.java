package fr.preau.event;

import fr.preau.programme.EditionId;
import fr.preau.territory.School;
import fr.preau.web.Pager;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a school may recommend: an edition's events to come, those its own pupils can reach first.
@Component
public class NearbyEvents {
    private static final int METRES = 60_000;

    /// Without words, events within 60 km, those that come to the schools of its département, and those followed
    /// online; with words, any event that has them.
    public record Asked(EditionId edition, School school, String words) {}

    /// One page of them; `total` is the whole count, zero past the last page.
    public record Found(List<PublishedEvent> events, long total) {}

    private record Line(UUID event, long total) {}

    private final JdbcClient jdbc;
    private final ListingRepository listings;
    private final Clock clock;

    NearbyEvents(JdbcClient jdbc, ListingRepository listings, Clock clock) {
        this.jdbc = jdbc;
        this.listings = listings;
        this.clock = clock;
    }

    /// Nearest first: in the school itself, then what comes to it, then as the crow flies; online counts as 50 km.
    public Found find(Asked asked, int page) {
        var point = asked.school().point();
        var lines = jdbc.sql("""
                        select event_id, count(*) over () as total
                        from (
                            select l.event_id, l.departement = :departement as same, case
                                    when l.venue = :uai then -1
                                    when :departement = any(l.offered_in) then 1
                                    when l.format = 'ONLINE' then 50000
                                    else coalesce(earth_distance(ll_to_earth(l.latitude, l.longitude),
                                        ll_to_earth(:latitude, :longitude)), 500000) end as metres
                            from event.listing l
                            where l.edition_id = :edition and not l.cancelled
                                and (:words = '' or position(public.plain(:words) in l.plain) > 0
                                    or l.search @@ websearch_to_tsquery('public.french_plain', :words))
                                and exists (select from event.session s
                                    where s.event_id = l.event_id and not s.cancelled and s.ends_at > :now)) candidate
                        where :words <> '' or same or metres < :metres
                        order by metres, event_id
                        limit :limit offset :offset""")
                .param("edition", asked.edition().value())
                .param("uai", asked.school().uai().value())
                .param("departement", asked.school().departement())
                .param("latitude", point == null ? null : point.latitude(), Types.DOUBLE)
                .param("longitude", point == null ? null : point.longitude(), Types.DOUBLE)
                .param("words", asked.words())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("metres", METRES)
                .param("limit", Pager.LINES)
                .param("offset", Pager.offset(page))
                .query((row, _) -> new Line(row.getObject("event_id", UUID.class), row.getLong("total")))
                .list();
        var found = listings.find(lines.stream().map(Line::event).toList());
        return new Found(
                found.stream().map(Listing::event).toList(),
                lines.isEmpty() ? 0 : lines.getFirst().total());
    }
}
