package fr.preau.synthesis;

import fr.preau.consultation.Consultation;
import fr.preau.synthesis.PublishedRows.OfItem;
import fr.preau.web.DataTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The flat files of a publication's revision, made once from its rows: one table each (UTF-8 CSV), their Table
/// Schemas,
/// a data dictionary, a `datapackage.json` that has the digests of all, and one archive of the whole. No person, no
/// time
/// finer than the day, no workshop or origin of a single contribution.
@Component
class PublicationFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DESCRIPTOR = "datapackage.json";

    private final PublishedRows rows;
    private final FollowUpRepository followUps;
    private final String address;

    PublicationFiles(PublishedRows rows, FollowUpRepository followUps, @Value("${preau.address}") String address) {
        this.rows = rows;
        this.followUps = followUps;
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

    /// What the whole is known by: the digest of the file that has all the others'.
    static String digest(List<PublishedFile> files) {
        return files.stream()
                .filter(file -> file.name().equals(DESCRIPTOR))
                .findFirst()
                .orElseThrow()
                .digest();
    }

    List<PublishedFile> of(Publication publication, Consultation consultation) {
        var id = publication.id();
        var items = rows.items(id);
        var tables = List.<Filled<?>>of(
                new Filled<>(PublicationTables.STATEMENTS, rows.statements(id, "", "", 0, Integer.MAX_VALUE)),
                new Filled<>(PublicationTables.LINKS, rows.links(id)),
                new Filled<>(PublicationTables.DISPOSITIONS, items),
                new Filled<>(PublicationTables.CONTRIBUTIONS, contributions(items)),
                new Filled<>(PublicationTables.COUNTS, rows.syntheses(id)),
                new Filled<>(PublicationTables.OBJECTIONS, rows.objections(id)),
                new Filled<>(PublicationTables.FOLLOW_UP, followUps.ofPublication(id)));
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
                DESCRIPTOR, "application/json", json(descriptor(publication, consultation, tables, files))));
        files.add(archive(publication, files));
        return files;
    }

    /// Those that a level received, each once: pieces are in the dispositions. One that was classed elsewhere since is
    /// told where it stands now.
    private static List<OfItem> contributions(List<OfItem> items) {
        var each = new LinkedHashMap<UUID, OfItem>();
        items.stream()
                .filter(item -> item.source().kind() == Item.Source.Kind.CONTRIBUTION && item.piece() == 0)
                .forEach(item ->
                        each.merge(item.source().id(), item, (one, other) -> one.withdrawn() == null ? one : other));
        return List.copyOf(each.values());
    }

    /// Everything under one name; the same bytes whenever it is made, for its times are the publication's day.
    private static PublishedFile archive(Publication publication, List<PublishedFile> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : files) {
                var entry = new ZipEntry(publication.packageName() + "/" + file.name());
                entry.setTimeLocal(publication.day().atStartOfDay());
                zip.putNextEntry(entry);
                zip.write(file.bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return PublishedFile.of(publication.packageName() + ".zip", "application/zip", bytes.toByteArray());
    }

    private Map<String, Object> schema(Publication publication, DataTable<?> table) {
        var schema = table.schema(path(publication, table.name() + ".schema.json"));
        var keys = PublicationTables.foreignKeys(table);
        if (!keys.isEmpty()) {
            schema.put("foreignKeys", keys);
        }
        return schema;
    }

    private Map<String, Object> descriptor(
            Publication publication, Consultation consultation, List<Filled<?>> tables, List<PublishedFile> files) {
        var digests = files.stream().collect(Collectors.toMap(PublishedFile::name, PublishedFile::digest));
        var resources = tables.stream()
                .map(filled -> resource(filled, schema(publication, filled.table()), digests))
                .toList();
        var package_ = new LinkedHashMap<String, Object>();
        package_.put("profile", "tabular-data-package");
        package_.put("name", publication.packageName());
        package_.put("id", address + publication.filePath(DESCRIPTOR));
        package_.put("title", "%s : synthèses, publication %d".formatted(consultation.name(), publication.number()));
        package_.put("version", "%d.%d.0".formatted(publication.number(), publication.revision() - 1));
        package_.put("created", publication.day().toString());
        package_.put("homepage", address + publication.path());
        package_.put("licenses", List.of(licence(publication)));
        package_.put("resources", resources);
        package_.put(
                "dictionnaire", Map.of("path", "dictionnaire.md", "hash", "sha256:" + digests.get("dictionnaire.md")));
        return package_;
    }

    /// By its identifier where it is one everybody knows; else by the page that tells it.
    private Map<String, String> licence(Publication publication) {
        var words = publication.licence().toLowerCase(Locale.ROOT);
        return Licence.of(words)
                .map(known ->
                        Map.of("name", known.identifier(), "path", known.address(), "title", publication.licence()))
                .orElseGet(() -> Map.of(
                        "path",
                        "%s/consultations/%s"
                                .formatted(address, publication.consultation().value()),
                        "title",
                        publication.licence()));
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
        var text = new StringBuilder("""
                # %s : publication %d, révision %d

                Publiée le %s, sous la licence %s. Elle ne change plus : une correction fait une autre publication, et un
                texte qui doit être retiré fait une autre révision, sans lui.
                Aucune personne n'y figure. Les jours sont les plus fins des moments. Un effectif qui parlerait de trop
                peu de personnes est vide, comme celui qui ne s'applique pas.
                """.formatted(
                        consultation.name(),
                        publication.number(),
                        publication.revision(),
                        publication.day(),
                        publication.licence()));
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
        return address + publication.filePath(file);
    }

    private static String json(Object value) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    }
}
