package fr.preau.synthesis;

import fr.preau.consultation.Consultation;
import fr.preau.synthesis.PublishedRows.OfItem;
import fr.preau.synthesis.PublishedRows.OfLink;
import fr.preau.synthesis.PublishedRows.OfObjection;
import fr.preau.synthesis.PublishedRows.OfStatement;
import fr.preau.synthesis.PublishedRows.OfSynthesis;
import fr.preau.web.DataColumn;
import fr.preau.web.DataTable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The flat files of a publication, made once from its rows: one table each (UTF-8 CSV), their Table Schemas, a data
/// dictionary, and a `datapackage.json` that has the digests of all. No person, no time finer than the day, no workshop
/// or origin of a single contribution.
@Component
class PublicationFiles {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /// An online contribution is one person's, a pupil's perhaps: fewer are not counted aloud (design decision 14).
    private static final int FEWEST = 11;

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
                new Filled<>(STATEMENTS, rows.statements(id, "", "", 0, Integer.MAX_VALUE)),
                new Filled<>(LINKS, rows.links(id)),
                new Filled<>(DISPOSITIONS, items),
                new Filled<>(CONTRIBUTIONS, contributions(items)),
                new Filled<>(COUNTS, rows.syntheses(id)),
                new Filled<>(OBJECTIONS, rows.objections(id)));
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

    private static final DataTable<OfStatement> STATEMENTS = new DataTable<>(
            "enonces",
            "Les énoncés des synthèses",
            "Une ligne par énoncé, du niveau national aux départements. Les effectifs sont comptés sur les liens, chaque"
                    + " contribution une fois : ne pas les additionner entre énoncés ni entre niveaux, ne pas en faire une"
                    + " part de la population.",
            List.of(
                    text(
                            "enonce",
                            "Identifiant de l'énoncé (UUID)",
                            one -> one.id().toString()),
                    count("version", "Version de l'énoncé", OfStatement::version),
                    text(
                            "niveau",
                            "NATIONAL, ACADEMIE ou DEPARTEMENT",
                            one -> one.level().name()),
                    text("territoire", "Territoire dont c'est la synthèse", OfStatement::territory),
                    text("theme", "Code du thème", OfStatement::theme),
                    count("ordre", "Place dans la synthèse", OfStatement::position),
                    text(
                            "genre",
                            "FINDING constat, PROPOSAL proposition, DISAGREEMENT désaccord, QUESTION question",
                            one -> one.kind().name()),
                    text("texte", "L'énoncé", OfStatement::text),
                    text(
                            "ajout_du_niveau",
                            "oui s'il ne reprend rien du niveau précédent",
                            one -> one.ownAddition() ? "oui" : "non"),
                    count(
                            "contributions",
                            "Contributions distinctes dont il vient",
                            one -> one.leaves().contributions()),
                    count(
                            "ateliers",
                            "Ateliers distincts dont elles viennent",
                            one -> one.leaves().workshops()),
                    count(
                            "departements",
                            "Départements distincts dont elles viennent",
                            one -> one.leaves().departements())),
            List.of("enonce"));

    private static final DataTable<OfLink> LINKS = new DataTable<>(
            "liens",
            "Ce sur quoi chaque énoncé s'appuie",
            "Une ligne par lien d'un énoncé vers un élément reçu du niveau précédent.",
            List.of(
                    text(
                            "enonce",
                            "Identifiant de l'énoncé",
                            one -> one.statement().toString()),
                    text(
                            "element",
                            "Identifiant de l'élément (dispositions.csv)",
                            one -> one.item().toString()),
                    text(
                            "lien",
                            "TAKES_UP reprend, MERGES réunit, REWORDS reformule, QUALIFIES nuance, CONTRADICTS contredit",
                            one -> one.kind().name())),
            List.of("enonce", "element"));

    private static final DataTable<OfItem> DISPOSITIONS = new DataTable<>(
            "dispositions",
            "Ce que chaque niveau a fait de chaque élément reçu",
            "Une ligne par élément et par niveau : repris (voir liens.csv), mis de côté avec une raison, ou découpé en"
                    + " morceaux qui ont chacun leur ligne.",
            List.of(
                    text("element", "Identifiant de l'élément", one -> one.id().toString()),
                    text("niveau", "Niveau qui l'a traité", one -> one.level().name()),
                    text("territoire", "Territoire qui l'a traité", OfItem::dealer),
                    text("theme", "Code du thème", OfItem::theme),
                    text(
                            "origine",
                            "CONTRIBUTION ou STATEMENT (énoncé du niveau précédent)",
                            one -> one.source().kind().name()),
                    text(
                            "source",
                            "Identifiant de la contribution ou de l'énoncé",
                            one -> one.source().id().toString()),
                    count("version", "Version traitée", one -> one.source().version()),
                    text("reference", "Référence, avec le numéro du morceau", OfItem::label),
                    text(
                            "nature",
                            "FINDING, PROPOSAL, NEED, PRACTICE, DISAGREEMENT ou QUESTION",
                            one -> one.nature().name()),
                    text("texte", "Ce qui a été traité ; vide si les mots ont dû être retirés", OfItem::text),
                    text(
                            "suite",
                            "TAKEN_UP reprise, SET_ASIDE mise de côté, SPLIT découpée",
                            one -> one.outcome().name()),
                    optional(
                            "raison",
                            "Raison de la mise de côté",
                            one -> one.reason() == null ? null : one.reason().name()),
                    optional(
                            "phrase",
                            "Explication de la mise de côté",
                            one -> one.sentence().isEmpty() ? null : one.sentence()),
                    optional("double_de", "Référence de celle qui dit déjà la même chose", OfItem::original),
                    optional("transmise_a", "Territoire à qui elle est transmise", OfItem::sentTo),
                    optional("retiree", "Pourquoi les mots ont dû être retirés", OfItem::withdrawn)),
            List.of("element"));

    private static final DataTable<OfItem> CONTRIBUTIONS = new DataTable<>(
            "contributions",
            "Les contributions",
            "Une ligne par contribution publiée, dans la version qui a été traitée.",
            List.of(
                    text(
                            "contribution",
                            "Identifiant de la contribution",
                            one -> one.source().id().toString()),
                    text("reference", "Référence", OfItem::reference),
                    count("version", "Version traitée", one -> one.source().version()),
                    text("theme", "Code du thème", OfItem::theme),
                    text("territoire", "Territoire d'où elle vient", OfItem::territory),
                    text(
                            "nature",
                            "FINDING, PROPOSAL, NEED, PRACTICE ou DISAGREEMENT",
                            one -> one.nature().name()),
                    text("jour", "Jour (AAAA-MM-JJ)", one -> one.day().toString()),
                    text("texte", "Le texte ; vide si les mots ont dû être retirés", OfItem::text)),
            List.of("contribution"));

    private static final DataTable<OfSynthesis> COUNTS = new DataTable<>(
            "comptes",
            "Les comptes de chaque synthèse",
            "Une ligne par synthèse. Des nombres de contributions, pas de personnes. « en_ligne » parle de personnes seules :"
                    + " vide en dessous de %d.".formatted(FEWEST),
            List.of(
                    text(
                            "niveau",
                            "NATIONAL, ACADEMIE ou DEPARTEMENT",
                            one -> one.level().name()),
                    text("territoire", "Territoire", OfSynthesis::territory),
                    text("theme", "Code du thème", OfSynthesis::theme),
                    count("recues", "Éléments reçus", OfSynthesis::received),
                    count("reprises", "Éléments ou morceaux repris", OfSynthesis::takenUp),
                    count("mises_de_cote", "Éléments ou morceaux mis de côté", OfSynthesis::setAside),
                    count("ateliers", "Ateliers distincts", OfSynthesis::workshops),
                    optional(
                            "en_ligne",
                            "Contributions en ligne",
                            one -> one.online() < FEWEST ? null : String.valueOf(one.online()))),
            List.of("niveau", "territoire", "theme"));

    private static final DataTable<OfObjection> OBJECTIONS = new DataTable<>(
            "objections",
            "Les objections et leurs réponses",
            "Une ligne par objection d'un niveau à ce que le suivant a fait de ce qu'il avait dit.",
            List.of(
                    text("reference", "Référence de l'élément", OfObjection::reference),
                    text("contre", "Ce qui est contesté", OfObjection::against),
                    text("objection", "L'objection", OfObjection::words),
                    text("jour", "Jour de l'objection", one -> one.madeOn().toString()),
                    text(
                            "suite",
                            "UPHELD maintenu, CORRECTED corrigé",
                            one -> one.outcome().name()),
                    text("reponse", "La réponse", OfObjection::answer),
                    text(
                            "jour_reponse",
                            "Jour de la réponse",
                            one -> one.answeredOn().toString())),
            List.of("reference", "jour"));

    private static <R> DataColumn<R> text(String name, String description, Function<R, String> cell) {
        return DataColumn.text(name, description, cell);
    }

    private static <R> DataColumn<R> count(String name, String description, Function<R, Integer> cell) {
        return DataColumn.count(name, description, cell);
    }

    private static <R> DataColumn<R> optional(String name, String description, Function<R, @Nullable String> cell) {
        return new DataColumn<>(name, "string", description, Map.of(), cell);
    }
}
