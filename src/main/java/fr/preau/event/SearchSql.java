package fr.preau.event;

import fr.preau.territory.Territories;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A [Search] as SQL: one condition for each thing asked, values always as parameters.
///
/// Words are looked for as French (`french_plain`: plurals and accents folded), the last ones also by their beginning.
/// When `spelling` is said they are compared letter by letter with titles, organisers, places and speakers instead.
final class SearchSql {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /// What websearch_to_tsquery understands: quotes, minus, « or ». Such a query is taken to the letter.
    private static final Predicate<String> OPERATORS =
            Pattern.compile("\"|(^|\\s)-\\S|\\sor\\s", Pattern.CASE_INSENSITIVE).asPredicate();

    /// The first date one can still take: an event under way, or whose registrations are over, leads no list.
    private static final String FIRST = "min(s.starts_at) filter (where %s) nulls last".formatted(SeatsNow.OPEN);

    private final Search search;
    private final boolean spelling;
    private final List<String> sessions = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private SearchSql(Search search, boolean spelling) {
        this.search = search;
        this.spelling = spelling;
    }

    static SearchSql of(Search search, SeatsNow.Moment now, Territories territories, boolean spelling) {
        var sql = new SearchSql(search, spelling);
        sql.values.put("now", now.at().atOffset(ZoneOffset.UTC));
        sql.values.put("closed", now.closedIds());
        sql.sessions();
        sql.seats();
        sql.words();
        sql.around();
        sql.within(territories);
        sql.traits();
        return sql;
    }

    /// The same, whatever the distance.
    static SearchSql anywhere(Search search, SeatsNow.Moment now, Territories territories) {
        var sql = new SearchSql(search, false);
        sql.values.put("now", now.at().atOffset(ZoneOffset.UTC));
        sql.values.put("closed", now.closedIds());
        sql.sessions();
        sql.seats();
        sql.words();
        sql.from();
        sql.within(territories);
        sql.traits();
        sql.events.add("l.latitude is not null");
        return sql;
    }

    Map<String, Object> values() {
        return values;
    }

    /// Ids and distances, in the order asked, with the whole count on each line.
    String lines(int limit, int offset) {
        values.put("limit", limit);
        values.put("offset", offset);
        return """
                select l.event_id, %s as kilometres, count(*) over () as total,
                    count(*) filter (where l.format = 'ONLINE') over () as online
                from event.listing l join event.session s using (event_id)
                where %s and %s
                group by l.event_id
                order by %s, %s, min(s.starts_at), l.event_id
                limit :limit offset :offset""".formatted(distance(), String.join(" and ", events), String.join(" and ", sessions), order(), FIRST);
    }

    String nearest() {
        return """
                select %s as kilometres
                from event.listing l join event.session s using (event_id)
                where %s and %s
                order by 1
                limit 1""".formatted(distance(), String.join(" and ", events), String.join(" and ", sessions));
    }

    private void sessions() {
        sessions.add("not s.cancelled and s.ends_at > :now");
        events.add("not l.cancelled");
        if (search.from() != null) {
            // What ends at midnight is not found on the day that begins then.
            sessions.add("((s.ends_at - interval '1 microsecond') at time zone l.zone)::date >= :from");
            values.put("from", search.from());
        }
        if (search.until() != null) {
            sessions.add("(s.starts_at at time zone l.zone)::date <= :until");
            values.put("until", search.until());
        }
    }

    /// A visit takes a whole class, whatever its size.
    private void seats() {
        if (search.classSize() > 0) {
            sessions.add("""
                    %s
                    and s.class_seats_left >= case l.format when 'AT_SCHOOL' then 1 else :classSize end""".formatted(SeatsNow.OPEN));
            values.put("classSize", search.classSize());
        }
    }

    private void words() {
        if (search.words().isEmpty()) {
            return;
        }
        values.put("words", search.words());
        values.put("beginnings", spelling ? "" : beginnings(search.words()));
        if (!spelling) {
            events.add("l.found_by @@ " + query());
            return;
        }
        var words = words(search.words());
        if (words.isEmpty()) {
            events.add("false");
        }
        for (var i = 0; i < words.size(); i++) {
            events.add("public.plain(:word%d) <%% l.spelt".formatted(i));
            values.put("word" + i, words.get(i));
        }
    }

    private void around() {
        var near = search.near();
        if (near == null) {
            return;
        }
        from();
        values.put("metres", near.kilometres() * 1000.0);
        values.put("here", near.departement());
        events.add("""
                (l.format = 'ONLINE'
                or l.format = 'AT_SCHOOL' and l.offered_in @> array[:here]::text[]
                or l.event_id in (
                    select place.event_id from event.listing place
                    where place.latitude is not null
                        and public.earth_box(public.ll_to_earth(:latitude, :longitude), :metres * 1.01)
                            operator(public.@>) public.globe(place.latitude, place.longitude))
                    and %s <= :metres / 1000)""".formatted(distance()));
    }

    /// Where distances are measured from.
    private void from() {
        var near = search.near();
        if (near != null) {
            values.put("latitude", near.point().latitude());
            values.put("longitude", near.point().longitude());
        }
    }

    private void within(Territories territories) {
        var territory = search.territory();
        if (territory == null) {
            return;
        }
        events.add("(l.departement = any(:codes) or l.offered_in && cast(:codes as text[]))");
        values.put("codes", territories.codesOf(territory).toArray(String[]::new));
    }

    private void traits() {
        if (search.audience() != null) {
            events.add("l.audience @> array[:audience]::text[]");
            values.put("audience", search.audience().name());
        }
        if (search.kind() != null) {
            events.add("l.kind = :kind");
            values.put("kind", search.kind());
        }
        if (search.format() != null) {
            events.add("l.format = :format");
            values.put("format", search.format().name());
        }
        if (!search.accessibility().isEmpty()) {
            events.add("l.accessibility @> cast(:accessibility as text[])");
            values.put("accessibility", names(search.accessibility()));
        }
    }

    /// Kilometres on the sphere that [GeoPoint#kilometresTo] uses, so that a page and a query agree.
    private String distance() {
        return search.near() == null
                ? "null::double precision"
                : "earth_distance(ll_to_earth(:latitude, :longitude), ll_to_earth(l.latitude, l.longitude))"
                        + " * 6371.0 / (earth() / 1000) / 1000";
    }

    private String order() {
        return switch (search.sort()) {
            case DATE -> FIRST;
            // What comes to the school is nearest; what is followed online comes last.
            case DISTANCE -> "l.format = 'ONLINE', l.format <> 'AT_SCHOOL', 2 nulls last";
            case PERTINENCE -> search.words().isEmpty() ? FIRST : relevance();
        };
    }

    private String relevance() {
        return spelling
                ? "public.word_similarity(public.plain(:words), l.spelt) desc"
                : "ts_rank(l.found_by, %s) desc".formatted(query());
    }

    private static String query() {
        return "(websearch_to_tsquery('public.french_plain', :words) || to_tsquery('public.french_plain', :beginnings))";
    }

    private static String beginnings(String words) {
        return OPERATORS.test(words)
                ? ""
                : words(words).stream()
                        .map(word -> word.length() < 3 ? word : word + ":*")
                        .collect(Collectors.joining(" & "));
    }

    private static List<String> words(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(found -> found.group())
                .limit(12)
                .toList();
    }

    private static String[] names(Set<? extends Enum<?>> all) {
        return all.stream().map(Enum::name).toArray(String[]::new);
    }
}
