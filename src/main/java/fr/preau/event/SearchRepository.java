package fr.preau.event;

import fr.preau.territory.Territories;
import fr.preau.territory.Territory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds listings and counts them.
@Repository
class SearchRepository {
    private final JdbcClient jdbc;
    private final Territories territories;
    private final SeatsNow seats;

    SearchRepository(JdbcClient jdbc, Territories territories, SeatsNow seats) {
        this.jdbc = jdbc;
        this.territories = territories;
        this.seats = seats;
    }

    /// One line of a page; `total` is the whole count and `online` how many of them are online, the same on each.
    record Line(UUID event, @Nullable Double kilometres, long total, long online) {}

    /// Page `search.page()` of pages of `size` lines.
    List<Line> lines(Search search, int size, boolean spelling) {
        if (spelling) {
            loosenSpelling();
        }
        var sql = SearchSql.of(search, seats.moment(), territories, spelling);
        return jdbc.sql(sql.lines(size, Math.multiplyExact(search.page() - 1, size)))
                .params(sql.values())
                .query(SearchRepository::line)
                .list();
    }

    /// The distance of the nearest event one goes to.
    OptionalDouble nearest(Search search) {
        var sql = SearchSql.anywhere(search, seats.moment(), territories);
        return jdbc
                .sql(sql.nearest())
                .params(sql.values())
                .query((line, _) -> line.getDouble("kilometres"))
                .list()
                .stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    /// The words to come that are spelt most like this one.
    List<String> spelt(String typed, int limit) {
        return jdbc.sql("""
                        select word from event.word
                         where word operator(public.%) :typed
                         order by word operator(public.<->) :typed, events desc
                         limit :limit
                        """)
                .param("typed", typed)
                .param("limit", limit)
                .query((row, _) -> row.getString("word"))
                .list();
    }

    void refreshWords() {
        jdbc.sql("refresh materialized view concurrently event.word").update();
    }

    /// Of these, the last approved.
    List<UUID> latest(List<UUID> events, int limit) {
        return jdbc.sql("""
                        select event_id from event.listing where event_id = any(:ids)
                        order by updated_at desc, event_id limit :limit""")
                .param("ids", events.toArray(UUID[]::new))
                .param("limit", limit)
                .query((line, _) -> line.getObject("event_id", UUID.class))
                .list();
    }

    /// For this transaction: how much of a word `<%` must find. « criptografie » still is one.
    private void loosenSpelling() {
        jdbc.sql("select set_config('pg_trgm.word_similarity_threshold', '0.35', true)")
                .query(String.class)
                .single();
    }

    /// Events to come by département: those that happen there and those that come to its schools.
    Map<String, Long> countsByDepartement() {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select code, count(*) as events
                        from event.listing l
                        cross join lateral unnest(l.offered_in || l.departement) as code
                        where not l.cancelled and code is not null and exists (
                            select from event.session s
                            where s.event_id = l.event_id and not s.cancelled and s.ends_at > :now)
                        group by code""").param("now", seats.moment().at().atOffset(ZoneOffset.UTC)).query(line -> {
            counts.put(line.getString("code"), line.getLong("events"));
        });
        return counts;
    }

    /// Events to come by territory, each counted once.
    Map<Territory, Long> countsByTerritory(List<Territory> all) {
        var places = new ArrayList<Set<String>>();
        jdbc.sql("""
                        select l.offered_in || l.departement as codes
                        from event.listing l
                        where not l.cancelled and exists (
                            select from event.session s
                            where s.event_id = l.event_id and not s.cancelled and s.ends_at > :now)""").param("now", seats.moment().at().atOffset(ZoneOffset.UTC)).query(line -> {
            places.add(codes(line));
        });
        var counts = new LinkedHashMap<Territory, Long>();
        for (var territory : all) {
            var codes = territories.codesOf(territory);
            counts.put(
                    territory,
                    places.stream()
                            .filter(place -> !Collections.disjoint(place, codes))
                            .count());
        }
        return counts;
    }

    private static Set<String> codes(ResultSet line) throws SQLException {
        return Arrays.stream((Object[]) line.getArray("codes").getArray())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    Catalogue.Figures figures() {
        var now = seats.moment();
        return jdbc.sql("""
                        select count(distinct l.event_id) as events, count(*) as sessions,
                            coalesce(sum(s.seats_left) filter (where l.format <> 'AT_SCHOOL' and %1$s), 0) as seats,
                            coalesce(sum(s.seats_left) filter (where l.format = 'AT_SCHOOL' and %1$s), 0) as visits,
                            count(distinct l.organisation_id) as organisations,
                            count(distinct l.event_id) filter (where l.format = 'ONLINE') as online
                        from event.listing l join event.session s using (event_id)
                        where not l.cancelled and not s.cancelled and s.ends_at > :now""".formatted(SeatsNow.OPEN))
                .param("now", now.at().atOffset(ZoneOffset.UTC))
                .param("closed", now.closedIds())
                .query(Catalogue.Figures.class)
                .single();
    }

    private static Line line(ResultSet line, int number) throws SQLException {
        return new Line(
                line.getObject("event_id", UUID.class),
                (Double) line.getObject("kilometres"),
                line.getLong("total"),
                line.getLong("online"));
    }
}
