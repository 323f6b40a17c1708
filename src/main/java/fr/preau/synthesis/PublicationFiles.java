package fr.preau.synthesis;

import fr.preau.consultation.Consultation;
import fr.preau.synthesis.PublishedRows.OfItem;
import fr.preau.web.DataTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The flat files of a publication, made once from its rows: one table each (UTF-8 CSV), their Table Schemas, a data
/// dictionary, and a `datapackage.json` that has the digests of all. No person, no time finer than the day, no workshop
/// or origin of a single contribution.
@Component
class PublicationFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublishedRows rows;
    private final String address;

    PublicationFiles(PublishedRows rows, @Value("${preau.address}") String address) {
        this.rows = rows;
        this.address = address.replaceAll("/+$", "");
    }

    private record Filled<R>(DataTable<R> table, List<R> lines) {
        String csv() {
            var text = new StringWriter();
            try {
                table.write(lines, text);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return text.toString();
        }
    }

    /// `datapackage.json` last.
    List<PublishedFile> of(Publication publication, Consultation consultation) {
        var id = publication.id();
        var items = rows.items(id);
        var tables = List.<Filled<?>>of(
                new Filled<>(PublicationTables.STATEMENTS, rows.statements(id, "", "", 0, Integer.MAX_VALUE)),
                new Filled<>(PublicationTables.LINKS, rows.links(id)),
                new Filled<>(PublicationTables.DISPOSITIONS, items),
                new Filled<>(PublicationTables.CONTRIBUTIONS, contributions(items)),
                new Filled<>(PublicationTables.COUNTS, rows.syntheses(id)),
                new Filled<>(PublicationTables.OBJECTIONS, rows.objections(id)));
        var files = new ArrayList<PublishedFile>();
        for (var table : tables) {
            files.add(PublishedFile.of(table.table().name() + ".csv", "text/csv", table.csv()));
            files.add(PublishedFile.of(
                    table.table().name() + ".schema.json",
                    "application/json",
                    json(schema(publication, table.table()))));
        }
        files.add(PublishedFile.of("dictionnaire.md", "text/markdown", dictionary(publication, consultation, tables)));
        files.add(PublishedFile.of(
                "datapackage.json", "application/json", json(descriptor(publication, consultation, tables, files))));
        return files;
    }

    /// Those that a level received, each once: pieces are in the dispositions.
    private static List<OfItem> contributions(List<OfItem> items) {
        return items.stream()
                .filter(item -> item.source().kind() == Item.Source.Kind.CONTRIBUTION && item.piece() == 0)
                .toList();
    }

    private Map<String, Object> schema(Publication publication, DataTable<?> table) {
        return table.schema(path(publication, table.name() + ".schema.json"));
    }

    private Map<String, Object> descriptor(
            Publication publication, Consultation consultation, List<Filled<?>> tables, List<PublishedFile> files) {
        var digests = files.stream().collect(Collectors.toMap(PublishedFile::name, PublishedFile::digest));
        var resources = tables.stream()
                .map(filled -> resource(filled, schema(publication, filled.table()), digests))
                .toList();
        var package_ = new LinkedHashMap<String, Object>();
        package_.put("profile", "tabular-data-package");
        package_.put("name", "synthese-preau-%d".formatted(publication.number()));
        package_.put("title", "%s : synthèses, publication %d".formatted(consultation.name(), publication.number()));
        package_.put("version", publication.number() + ".0.0");
        package_.put("created", publication.day().toString());
        package_.put("homepage", address + publication.path());
        package_.put("licenses", List.of(Map.of("name", publication.licence(), "title", publication.licence())));
        package_.put("resources", resources);
        package_.put(
                "dictionnaire", Map.of("path", "dictionnaire.md", "hash", "sha256:" + digests.get("dictionnaire.md")));
        return package_;
    }

    private static Map<String, Object> resource(
            Filled<?> filled, Map<String, Object> schema, Map<String, String> digests) {
        var file = filled.table().name() + ".csv";
        var resource = new LinkedHashMap<String, Object>();
        resource.put("name", filled.table().name());
        resource.put("title", filled.table().title());
        resource.put("path", file);
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        resource.put("hash", "sha256:" + digests.get(file));
        resource.put("rows", filled.lines().size());
        resource.put("schema", schema);
        return resource;
    }

    private static String dictionary(Publication publication, Consultation consultation, List<Filled<?>> tables) {
        var text = new StringBuilder(
                """
                # %s : publication %d

                Publiée le %s, sous la licence %s. Elle ne change plus : une correction fait une autre publication.
                Aucune personne n'y figure. Les jours sont les plus fins des moments. Un effectif qui parlerait de trop
                peu de personnes est vide, comme celui qui ne s'applique pas.
                """.formatted(consultation.name(), publication.number(), publication.day(), publication.licence()));
        for (var filled : tables) {
            text.append("\n## %s.csv : %s\n\n%s\n\n"
                    .formatted(
                            filled.table().name(),
                            filled.table().title(),
                            filled.table().description()));
            filled.table()
                    .columns()
                    .forEach(column -> text.append(
                            "- `%s` (%s) : %s\n".formatted(column.name(), column.type(), column.description())));
        }
        return text.toString();
    }

    private String path(Publication publication, String file) {
        return "%s%s/fichiers/%s".formatted(address, publication.path(), file);
    }

    private static String json(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
