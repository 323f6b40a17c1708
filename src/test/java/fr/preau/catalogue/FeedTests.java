package fr.preau.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.PreauTest;
import fr.preau.event.EventFixtures;
import fr.preau.programme.EditionFixtures;
import fr.preau.territory.GeoPoint;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PreauTest
class FeedTests {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private EventFixtures events;

    @Autowired
    private EditionFixtures editions;

    private final String mark =
            "z" + UUID.randomUUID().toString().replace("-", "").substring(0, 12) + "0";

    @Test
    void putsEverySessionOfASearchInACalendar() throws Exception {
        var day = editions.today().plusDays(2);
        var event = reunion(day);

        var calendar = calendar("/evenements.ics?q=" + mark);

        assertThat(calendar.<VEvent>getComponents("VEVENT"))
                .extracting(entry -> value(entry, "UID"))
                .containsExactlyElementsOf(event.sessions().stream()
                        .map(session -> "session-%s@preau".formatted(session.value()))
                        .toList());
        var first = calendar.<VEvent>getComponents("VEVENT").getFirst();
        assertThat(value(first, "DTSTART")).isEqualTo(day.toString().replace("-", "") + "T100000Z");
        assertThat(value(first, "CATEGORIES")).isEqualTo("Atelier pratique");
        assertThat(calendar.toString()).doesNotContain("contact@example.org", "Samira");
    }

    @Test
    void givesACalendarToEachTerritoryEventAndSession() throws Exception {
        var event = reunion(editions.today().plusDays(2));
        var path = "/evenements/" + event.id().value();

        assertThat(calendar("/territoires/DEPARTEMENT-974.ics").toString()).contains(mark);
        assertThat(calendar("/territoires/ACADEMIE-16.ics").toString()).doesNotContain(mark);
        assertThat(calendar(path + ".ics").getComponents("VEVENT")).hasSize(2);
        assertThat(calendar(path + "/seances/" + event.session().value() + ".ics")
                        .getComponents("VEVENT"))
                .hasSize(1);
    }

    @Test
    void writesAnAtomFeedThatReadersAccept() throws Exception {
        var event = reunion(editions.today().plusDays(2));

        var feed = xml(body("/evenements.atom?q=" + mark));

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(text(feed, "id")).endsWith("/evenements.atom?q=" + mark);
        assertThat(feed.getElementsByTagNameNS(ATOM, "author").getLength()).isEqualTo(2);
        assertThat(link(feed, "self")).isEqualTo(text(feed, "id"));
        assertThat(Instant.parse(text(feed, "updated")))
                .isBeforeOrEqualTo(Instant.now().plusSeconds(1));
        var entry = (Element) feed.getElementsByTagNameNS(ATOM, "entry").item(0);
        assertThat(text(entry, "id")).isEqualTo("urn:uuid:" + event.id().value());
        assertThat(text(entry, "title")).isEqualTo("<b>=Volcan</b> & \"co\" " + mark);
        assertThat(link(entry, "alternate"))
                .endsWith("/evenements/" + event.id().value());
    }

    @Test
    void writesATableWhoseEveryLineFollowsItsSchema() throws Exception {
        reunion(editions.today().plusDays(2));
        events.published().titled("Visite " + mark).comingTo("09", "31").now();
        events.published()
                .titled("En ligne " + mark)
                .online("https://secret.example/salle")
                .now();
        var schema = json(body("/evenements/schema.json"));

        var text = body("/evenements.csv?q=" + mark);

        var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text));
        var names = new ArrayList<String>();
        schema.get("fields").forEach(field -> names.add(field.get("name").asString()));
        assertThat(rows.getHeaderNames()).containsExactlyElementsOf(names);
        var all = rows.getRecords();
        assertThat(all).hasSize(4).allSatisfy(row -> conforms(row, schema));
        assertThat(all).extracting(row -> row.get("identifiant_seance")).doesNotHaveDuplicates();
        assertThat(text).doesNotContain("contact@example.org", "Samira", "secret.example");
    }

    @Test
    void keepsSpreadsheetsFromRunningATitle() throws Exception {
        events.published()
                .titled("=HYPERLINK(\"http://evil.example\") " + mark)
                .at("Saint-Denis", "974", new GeoPoint(-20.88, 55.45))
                .now();

        var row = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body("/evenements.csv?q=" + mark)))
                .getRecords()
                .getFirst();

        assertThat(row.get("titre")).startsWith("'=HYPERLINK(");
        assertThat(row.get("latitude")).isEqualTo("-20.88");
    }

    private EventFixtures.Published reunion(java.time.LocalDate day) {
        return events.published()
                .titled("<b>=Volcan</b> & \"co\" " + mark)
                .speaker("Samira Benali", "géologue")
                .at("Saint-Denis", "974", new GeoPoint(-20.88, 55.45))
                .on(day, "14:00", "15:30")
                .on(day.plusDays(1), "14:00", "15:30")
                .now();
    }

    private static void conforms(CSVRecord row, JsonNode schema) {
        for (var field : schema.get("fields")) {
            var name = field.get("name").asString();
            var cell = row.get(name);
            var rules = field.path("constraints");
            if (cell.isEmpty()) {
                assertThat(rules.path("required").asBoolean(false)).as(name).isFalse();
                continue;
            }
            switch (field.get("type").asString()) {
                case "integer" ->
                    assertThat(Long.parseLong(cell))
                            .as(name)
                            .isGreaterThanOrEqualTo(rules.path("minimum").asLong(Long.MIN_VALUE));
                case "number" ->
                    assertThat(Double.parseDouble(cell))
                            .as(name)
                            .isBetween(
                                    rules.get("minimum").asDouble(),
                                    rules.get("maximum").asDouble());
                case "datetime" ->
                    assertThat(OffsetDateTime.parse(cell)).as(name).isNotNull();
                default -> {
                    if (rules.has("enum")) {
                        assertThat(rules.get("enum").toString()).as(name).contains("\"" + cell + "\"");
                    }
                }
            }
        }
    }

    private Calendar calendar(String path) throws Exception {
        return new CalendarBuilder().build(new StringReader(body(path)));
    }

    private String body(String path) throws Exception {
        var result = mvc.get().uri(path).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static Element xml(String text) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static String link(Element parent, String rel) {
        var links = parent.getElementsByTagNameNS(ATOM, "link");
        for (var i = 0; i < links.getLength(); i++) {
            var link = (Element) links.item(i);
            if (link.getAttribute("rel").equals(rel)) {
                return link.getAttribute("href");
            }
        }
        return "";
    }

    private static String value(VEvent entry, String property) {
        return entry.getProperty(property).orElseThrow().getValue();
    }
}
