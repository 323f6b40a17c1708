package fr.preau.catalogue;

import fr.preau.event.CalendarFile;
import fr.preau.event.Feeds;
import fr.preau.event.Search;
import fr.preau.territory.Territories;
import fr.preau.web.Link;
import fr.preau.web.NotFound;
import fr.preau.web.Operator;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// The same searches as `/evenements`, for calendars, feed readers and spreadsheets. No person is named in them.
@Controller
class FeedPages {
    private static final int ATOM_ENTRIES = 100;
    private static final MediaType ATOM = MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

    private final Feeds feeds;
    private final SearchReader reader;
    private final Territories territories;
    private final FeedTable table;
    private final FeedAtom atom;
    private final CalendarFile calendars;
    private final Operator operator;

    FeedPages(
            Feeds feeds,
            SearchReader reader,
            Territories territories,
            FeedTable table,
            FeedAtom atom,
            CalendarFile calendars,
            Operator operator) {
        this.operator = operator;
        this.feeds = feeds;
        this.reader = reader;
        this.territories = territories;
        this.table = table;
        this.atom = atom;
        this.calendars = calendars;
    }

    @GetMapping("/evenements.ics")
    ResponseEntity<String> calendar(@RequestParam MultiValueMap<String, String> parameters) {
        var reading = reader.read(parameters);
        return reading.isUnderstood()
                ? calendar(operator.serviceName() + " : " + name(reading), reading.search(), "evenements")
                : misunderstood(reading);
    }

    @GetMapping("/territoires/{key}.ics")
    ResponseEntity<String> calendar(@PathVariable String key) {
        var territory = territories.find(key).orElseThrow(new NotFound("Ce territoire n'existe pas."));
        return calendar(operator.serviceName() + " : " + territory.label(), Search.in(territory), key);
    }

    @GetMapping("/evenements.atom")
    ResponseEntity<String> atom(@RequestParam MultiValueMap<String, String> parameters) {
        var reading = reader.read(parameters);
        if (!reading.isUnderstood()) {
            return misunderstood(reading);
        }
        var latest = feeds.latest(reading.search(), ATOM_ENTRIES);
        return ResponseEntity.ok().contentType(ATOM).body(atom.of(name(reading), reading, latest));
    }

    /// Written as it is read, however long.
    @GetMapping("/evenements.csv")
    void table(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var reading = reader.read(parameters);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!reading.isUnderstood()) {
            response.setStatus(400);
            response.setContentType("text/plain");
            response.getWriter().write(sentences(reading));
            return;
        }
        response.setContentType("text/csv");
        response.setHeader("Content-Disposition", "attachment; filename=\"evenements.csv\"");
        response.addHeader("Link", "</evenements/schema.json>; rel=\"describedby\"");
        response.addHeader("Link", "<%s>; rel=\"license\"".formatted(FeedTable.LICENCE));
        table.write(reading.search(), response.getWriter());
    }

    @GetMapping(value = "/evenements/schema.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> schema() {
        return table.schema();
    }

    private ResponseEntity<String> calendar(String name, Search search, String file) {
        return ResponseEntity.ok()
                .contentType(CalendarFile.TYPE)
                .header("Content-Disposition", "inline; filename=\"%s.ics\"".formatted(file))
                .body(calendars.feed(name, feeds.all(search)));
    }

    private static String name(SearchReading reading) {
        return CatalogueResults.none(reading).subject();
    }

    private static ResponseEntity<String> misunderstood(SearchReading reading) {
        return ResponseEntity.badRequest()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(sentences(reading));
    }

    private static String sentences(SearchReading reading) {
        return reading.form().summary().stream().map(Link::label).collect(Collectors.joining("\n", "", "\n"));
    }
}
