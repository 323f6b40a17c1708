package fr.preau.catalogue;

import fr.preau.event.EventKinds;
import fr.preau.event.Feeds;
import fr.preau.event.Listing;
import fr.preau.event.PublishedSession;
import fr.preau.event.Search;
import fr.preau.event.SeatsNow;
import fr.preau.territory.Departement;
import fr.preau.territory.Territories;
import fr.preau.web.Operator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// The sessions to come as one table, a line each (RFC 4180, UTF-8), and the Table Schema that says what its columns
/// are. Columns that exist in the ministry's directory bear the same names.
@Component
class FeedTable {
    static final String LICENCE = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";

    private final Feeds feeds;
    private final SeatsNow seats;
    private final EventKinds kinds;
    private final Territories territories;
    private final String address;
    private final String service;

    FeedTable(
            Feeds feeds,
            SeatsNow seats,
            EventKinds kinds,
            Territories territories,
            Operator operator,
            @Value("${preau.address}") String address) {
        this.service = operator.serviceName();
        this.feeds = feeds;
        this.seats = seats;
        this.kinds = kinds;
        this.territories = territories;
        this.address = address.replaceAll("/+$", "");
    }

    /// One session, with what its event says.
    record Row(
            Listing listing,
            PublishedSession session,
            String kind,
            @Nullable Departement departement,
            String page,
            SeatsNow.Moment now) {}

    void write(Search search, Writer writer) throws IOException {
        var names = kinds.names();
        var now = seats.moment();
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(FeedColumn.ALL.stream().map(FeedColumn::name));
        feeds.each(
                search,
                listing -> listing.event().sessions().stream()
                        .filter(session -> !session.cancelled())
                        .map(session -> row(listing, session, names, now))
                        .forEach(row -> print(row, printer)));
        printer.flush();
    }

    Map<String, Object> schema() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://specs.frictionlessdata.io/schemas/table-schema.json");
        schema.put("name", "evenements-preau");
        schema.put("title", "Séances des événements publiés sur " + service);
        schema.put(
                "description",
                "Une ligne par séance à venir ou en cours d'un événement validé. Aucune donnée personnelle.");
        schema.put("path", address + "/evenements/schema.json");
        schema.put("resources", List.of(Map.of("title", "Séances à venir", "path", address + "/evenements.csv")));
        schema.put("created", "2026-11-22");
        schema.put("lastModified", "2026-11-25");
        schema.put("version", "1.1.0");
        schema.put("encoding", "utf-8");
        schema.put("licenses", List.of(Map.of("name", "etalab-2.0", "title", "Licence Ouverte 2.0", "path", LICENCE)));
        schema.put("fields", FeedColumn.ALL.stream().map(FeedColumn::field).toList());
        schema.put("primaryKey", "identifiant_seance");
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private Row row(Listing listing, PublishedSession session, EventKinds.Names names, SeatsNow.Moment now) {
        var code = Objects.requireNonNullElse(listing.event().departement(), "");
        return new Row(
                listing,
                session,
                names.of(listing.event()),
                code.isEmpty() ? null : territories.departement(code).orElse(null),
                address + "/evenements/" + listing.event().id().value(),
                now);
    }

    private static void print(Row row, CSVPrinter printer) {
        try {
            printer.printRecord(FeedColumn.ALL.stream().map(column -> column.cell(row)));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
