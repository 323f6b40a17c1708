package fr.preau.synthesis;

import fr.preau.synthesis.FollowUpRepository.OfFollowUp;
import fr.preau.synthesis.PublishedRows.OfItem;
import fr.preau.synthesis.PublishedRows.OfLink;
import fr.preau.synthesis.PublishedRows.OfObjection;
import fr.preau.synthesis.PublishedRows.OfStatement;
import fr.preau.synthesis.PublishedRows.OfSynthesis;
import fr.preau.web.DataColumn;
import fr.preau.web.DataTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The tables of a publication, column by column: their names never change, for people write programs that read them.
final class PublicationTables {
    /// An online contribution is one person's, a pupil's perhaps: fewer are not counted aloud (design decision 14).
    private static final int FEWEST = 11;

    private PublicationTables() {}

    static final DataTable<OfStatement> STATEMENTS = new DataTable<>(
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
                    few(
                            "ateliers",
                            "Ateliers distincts dont elles viennent ; vide en dessous de %d"
                                    .formatted(Leaves.FEWEST_WORKSHOPS),
                            one -> one.leaves().workshops()),
                    count(
                            "departements",
                            "Départements distincts dont elles viennent",
                            one -> one.leaves().departements())),
            List.of("enonce"));

    static final DataTable<OfLink> LINKS = new DataTable<>(
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

    static final DataTable<OfItem> DISPOSITIONS = new DataTable<>(
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

    static final DataTable<OfItem> CONTRIBUTIONS = new DataTable<>(
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
                    day("jour", "Jour", OfItem::day),
                    text("texte", "Le texte ; vide si les mots ont dû être retirés", OfItem::text)),
            List.of("contribution"));

    static final DataTable<OfSynthesis> COUNTS = new DataTable<>(
            "comptes",
            "Les comptes de chaque synthèse",
            "Une ligne par synthèse. Des nombres de contributions, pas de personnes. Une contribution découpée est reçue une"
                    + " fois, et reprise ou mise de côté une fois par morceau : les deux dernières colonnes ne font pas toujours"
                    + " la première. « en_ligne » parle de personnes seules : vide en dessous de %d.".formatted(FEWEST),
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
                    few(
                            "ateliers",
                            "Ateliers distincts ; vide en dessous de %d".formatted(Leaves.FEWEST_WORKSHOPS),
                            OfSynthesis::workshops),
                    optional(
                            "en_ligne",
                            "Contributions en ligne",
                            one -> one.online() < FEWEST ? null : String.valueOf(one.online()))),
            List.of("niveau", "territoire", "theme"));

    static final DataTable<OfObjection> OBJECTIONS = new DataTable<>(
            "objections",
            "Les objections et leurs réponses",
            "Une ligne par objection d'un niveau à ce que le suivant a fait de ce qu'il avait dit.",
            List.of(
                    text("reference", "Référence de l'élément", OfObjection::reference),
                    text("contre", "Ce qui est contesté", OfObjection::against),
                    text("objection", "L'objection", OfObjection::words),
                    day("jour", "Jour de l'objection", OfObjection::madeOn),
                    text(
                            "suite",
                            "UPHELD maintenu, CORRECTED corrigé",
                            one -> one.outcome().name()),
                    text("reponse", "La réponse", OfObjection::answer),
                    day("jour_reponse", "Jour de la réponse", OfObjection::answeredOn),
                    text(
                            "numero",
                            "Identifiant de l'objection (UUID)",
                            one -> one.id().toString()),
                    text(
                            "element",
                            "Identifiant de l'élément (dispositions.csv)",
                            one -> one.item().toString())),
            List.of("numero"));

    static final DataTable<OfFollowUp> FOLLOW_UP = new DataTable<>(
            "suivi",
            "Le suivi des énoncés nationaux",
            "Une ligne par décision et par étape d'une action, telles qu'elles étaient le jour où les fichiers ont été faits ;"
                    + " la page de chaque énoncé est tenue à jour.",
            List.of(
                    text(
                            "enonce",
                            "Identifiant de l'énoncé",
                            one -> one.statement().toString()),
                    text("quoi", "DECISION ou ACTION", OfFollowUp::what),
                    count("ordre", "Place dans le suivi de l'énoncé", OfFollowUp::rank),
                    day("jour", "Jour", OfFollowUp::day),
                    text(
                            "etat",
                            "TAKEN retenu, PARTLY retenu en partie, REFUSED non retenu ; PLANNED prévue, STARTED commencée,"
                                    + " DONE faite, DROPPED abandonnée",
                            OfFollowUp::state),
                    optional("raison", "Raison de la décision, ou précision sur l'étape", OfFollowUp::words),
                    optional("action", "Ce qui sera fait", OfFollowUp::action),
                    optional("service", "Service qui en a la charge", OfFollowUp::owner),
                    new DataColumn<>("echeance", "date", "Pour quel jour", Map.of(), OfFollowUp::due)),
            List.of("enonce", "quoi", "ordre"));

    /// What leads from one table to another, as Table Schemas say it.
    static List<Map<String, Object>> foreignKeys(DataTable<?> table) {
        return switch (table.name()) {
            case "liens" -> List.of(leads("enonce", STATEMENTS, "enonce"), leads("element", DISPOSITIONS, "element"));
            case "objections" -> List.of(leads("element", DISPOSITIONS, "element"));
            case "suivi" -> List.of(leads("enonce", STATEMENTS, "enonce"));
            case "enonces", "dispositions" ->
                List.of(leads(
                        List.of("niveau", "territoire", "theme"), COUNTS, List.of("niveau", "territoire", "theme")));
            default -> List.of();
        };
    }

    private static Map<String, Object> leads(Object from, DataTable<?> to, Object field) {
        return Map.of("fields", from, "reference", Map.of("resource", to.name(), "fields", field));
    }

    private static <R> DataColumn<R> text(String name, String description, Function<R, String> cell) {
        return DataColumn.text(name, description, cell);
    }

    private static <R> DataColumn<R> count(String name, String description, Function<R, Integer> cell) {
        return DataColumn.count(name, description, cell);
    }

    private static <R> DataColumn<R> day(String name, String description, Function<R, LocalDate> cell) {
        return new DataColumn<>(name, "date", description, Map.of("required", true), cell);
    }

    private static <R> DataColumn<R> few(String name, String description, Function<R, Integer> cell) {
        return new DataColumn<>(
                name,
                "integer",
                description,
                Map.of("minimum", Leaves.FEWEST_WORKSHOPS),
                row -> toldWorkshops(cell.apply(row)));
    }

    private static @Nullable Integer toldWorkshops(int workshops) {
        return workshops < Leaves.FEWEST_WORKSHOPS ? null : workshops;
    }

    private static <R> DataColumn<R> optional(String name, String description, Function<R, @Nullable String> cell) {
        return new DataColumn<>(name, "string", description, Map.of(), cell);
    }
}
