package fr.preau.synthesis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of a publication: all that its pages and its files read (invariant C11).
@Repository
class PublishedRows {
    private static final String STATEMENTS = """
            select s.*, p.level, p.territory, p.theme
            from synthesis.published_statement s
            join synthesis.published_synthesis p
                on p.publication_id = s.publication_id and p.synthesis_id = s.synthesis_id
            where s.publication_id = :publication
            """;
    private static final String ITEMS = """
            select i.*, p.level, p.theme, p.territory as dealer,
                (select o.reference from synthesis.published_item o
                    where o.publication_id = i.publication_id and o.item_id = i.duplicate_of) as original
            from synthesis.published_item i
            join synthesis.published_synthesis p
                on p.publication_id = i.publication_id and p.synthesis_id = i.synthesis_id
            where i.publication_id = :publication
            """;
    private static final String ORDER =
            " order by array_position(array['NATIONAL', 'ACADEMIE', 'DEPARTEMENT'], p.level), p.territory, p.theme";

    private static final String LEAVES = """
            with recursive way (statement_id) as (
                select cast(:statement as uuid)
                union
                select i.source_id from way
                join synthesis.published_link l
                    on l.publication_id = :publication and l.statement_id = way.statement_id
                join synthesis.published_item i on i.publication_id = :publication and i.item_id = l.item_id
                where i.source_kind = 'STATEMENT'),
            leaf as (
                select l.item_id from way join synthesis.published_link l
                    on l.publication_id = :publication and l.statement_id = way.statement_id)
            """;

    private final JdbcClient database;

    PublishedRows(JdbcClient database) {
        this.database = database;
    }

    record OfSynthesis(
            UUID id,
            Level level,
            String territory,
            String theme,
            int received,
            int takenUp,
            int setAside,
            int workshops,
            int online) {}

    record OfStatement(
            UUID id,
            int version,
            UUID synthesis,
            Level level,
            String territory,
            String theme,
            int position,
            StatementKind kind,
            String text,
            boolean ownAddition,
            Leaves leaves) {}

    /// `dealer` is the territory whose synthesis dealt with it; `original` the reference of what says it already.
    record OfItem(
            UUID id,
            UUID synthesis,
            Level level,
            String dealer,
            String theme,
            int piece,
            Item.Source source,
            String reference,
            ItemNature nature,
            String text,
            String territory,
            LocalDate day,
            Disposition.Outcome outcome,
            @Nullable Reason reason,
            String sentence,
            @Nullable String original,
            @Nullable String sentTo,
            @Nullable String withdrawn) {
        String label() {
            return piece == 0 ? reference : "%s (%d)".formatted(reference, piece);
        }

        /// Its words, or why they can be read no more.
        String said() {
            if (withdrawn != null) {
                return "Retirée : " + withdrawn;
            }
            return text.isEmpty() ? "Cette version a été effacée : la suivante se lit sur sa page." : text;
        }
    }

    record OfLink(UUID statement, UUID item, LinkKind kind) {}

    record OfObjection(
            UUID id,
            UUID item,
            String reference,
            String against,
            String words,
            LocalDate madeOn,
            Objection.Outcome outcome,
            String answer,
            LocalDate answeredOn) {}

    /// The widest first.
    List<OfSynthesis> syntheses(UUID publication) {
        return database.sql("""
                        select p.*,
                            (select count(distinct i.workshop_id) from synthesis.published_item i
                                where i.publication_id = p.publication_id and i.synthesis_id = p.synthesis_id
                                    and i.withdrawn is null) workshops,
                            (select count(*) from synthesis.published_item i
                                where i.publication_id = p.publication_id and i.synthesis_id = p.synthesis_id
                                    and i.piece = 0 and i.source_kind = 'CONTRIBUTION' and i.workshop_id is null
                                    and i.withdrawn is null) online
                        from synthesis.published_synthesis p where p.publication_id = :publication
                        """ + ORDER)
                .param("publication", publication)
                .query((row, _) -> new OfSynthesis(
                        row.getObject("synthesis_id", UUID.class),
                        Level.valueOf(row.getString("level")),
                        row.getString("territory"),
                        row.getString("theme"),
                        row.getInt("received"),
                        row.getInt("taken_up"),
                        row.getInt("set_aside"),
                        row.getInt("workshops"),
                        row.getInt("online")))
                .list();
    }

    /// The widest first; `theme` and `territory` narrow unless empty.
    List<OfStatement> statements(UUID publication, String theme, String territory, int offset, int limit) {
        return database.sql(STATEMENTS + """
                        and (:theme = '' or p.theme = :theme) and (:territory = '' or p.territory = :territory)
                        """ + ORDER + ", s.position, s.statement_id limit :limit offset :offset")
                .params(Map.of(
                        "publication", publication,
                        "theme", theme,
                        "territory", territory,
                        "limit", limit,
                        "offset", offset))
                .query((row, _) -> statement(row))
                .list();
    }

    int countStatements(UUID publication, String theme, String territory) {
        return database.sql("select count(*)::int from (" + STATEMENTS + """
                        and (:theme = '' or p.theme = :theme) and (:territory = '' or p.territory = :territory)) s
                        """)
                .params(Map.of("publication", publication, "theme", theme, "territory", territory))
                .query(Integer.class)
                .single();
    }

    Optional<OfStatement> statement(UUID publication, UUID statement) {
        return database.sql(STATEMENTS + "and s.statement_id = :statement")
                .params(Map.of("publication", publication, "statement", statement))
                .query((row, _) -> statement(row))
                .optional();
    }

    /// Statements that lean on one of the items that come from this source, and how.
    List<OfLink> linksUp(UUID publication, UUID item) {
        return database.sql("""
                        select * from synthesis.published_link where publication_id = :publication and item_id = :item
                        """)
                .params(Map.of("publication", publication, "item", item))
                .query((row, _) -> link(row))
                .list();
    }

    List<OfLink> links(UUID publication) {
        return database.sql("""
                        select * from synthesis.published_link where publication_id = :publication
                        order by statement_id, item_id
                        """)
                .param("publication", publication)
                .query((row, _) -> link(row))
                .list();
    }

    /// What a statement leans on, one level down, with how.
    List<OfItem> sources(UUID publication, UUID statement, int offset, int limit) {
        return database.sql(ITEMS + """
                        and exists (select from synthesis.published_link l where l.publication_id = i.publication_id
                            and l.item_id = i.item_id and l.statement_id = :statement)
                        order by i.seq, i.piece limit :limit offset :offset
                        """)
                .params(Map.of("publication", publication, "statement", statement, "limit", limit, "offset", offset))
                .query((row, _) -> item(row))
                .list();
    }

    int countSources(UUID publication, UUID statement) {
        return database.sql("""
                        select count(*)::int from synthesis.published_link
                        where publication_id = :publication and statement_id = :statement
                        """)
                .params(Map.of("publication", publication, "statement", statement))
                .query(Integer.class)
                .single();
    }

    /// Every contribution a statement rests on in the end, through however many levels: what its counts count.
    List<OfItem> leaves(UUID publication, UUID statement, int offset, int limit) {
        return database.sql(
                        LEAVES + ITEMS.replace("select i.*", "select distinct on (i.reference, i.source_id) i.*") + """
                        and i.source_kind = 'CONTRIBUTION' and i.item_id in (select item_id from leaf)
                        order by i.reference, i.source_id, i.piece limit :limit offset :offset
                        """)
                .params(Map.of("publication", publication, "statement", statement, "limit", limit, "offset", offset))
                .query((row, _) -> item(row))
                .list();
    }

    int countLeaves(UUID publication, UUID statement) {
        return database.sql(LEAVES + """
                        select count(distinct i.source_id)::int from leaf
                        join synthesis.published_item i on i.publication_id = :publication and i.item_id = leaf.item_id
                        where i.source_kind = 'CONTRIBUTION'
                        """)
                .params(Map.of("publication", publication, "statement", statement))
                .query(Integer.class)
                .single();
    }

    /// Everything that comes from a contribution or a statement, wholes and pieces.
    List<OfItem> from(UUID publication, UUID source) {
        return database.sql(ITEMS + "and i.source_id = :source order by i.piece")
                .params(Map.of("publication", publication, "source", source))
                .query((row, _) -> item(row))
                .list();
    }

    /// What was set aside, in the order it came; `synthesis` null for all.
    List<OfItem> setAside(UUID publication, UUID synthesis, int offset, int limit) {
        return database.sql(ITEMS + """
                        and i.outcome = 'SET_ASIDE' and i.synthesis_id = :synthesis
                        order by i.seq, i.piece limit :limit offset :offset
                        """)
                .params(Map.of("publication", publication, "synthesis", synthesis, "limit", limit, "offset", offset))
                .query((row, _) -> item(row))
                .list();
    }

    List<OfItem> items(UUID publication) {
        return database.sql(ITEMS + "order by i.seq, i.piece, i.item_id")
                .param("publication", publication)
                .query((row, _) -> item(row))
                .list();
    }

    List<OfObjection> objections(UUID publication) {
        return database.sql("""
                        select o.*, i.reference from synthesis.published_objection o
                        join synthesis.published_item i
                            on i.publication_id = o.publication_id and i.item_id = o.item_id
                        where o.publication_id = :publication order by o.made_on, o.objection_id
                        """)
                .param("publication", publication)
                .query((row, _) -> new OfObjection(
                        row.getObject("objection_id", UUID.class),
                        row.getObject("item_id", UUID.class),
                        row.getString("reference"),
                        row.getString("against"),
                        row.getString("words"),
                        row.getObject("made_on", LocalDate.class),
                        Objection.Outcome.valueOf(row.getString("outcome")),
                        row.getString("answer"),
                        row.getObject("answered_on", LocalDate.class)))
                .list();
    }

    /// The latest publication that is served and shows this contribution.
    Optional<UUID> latestWith(UUID contribution) {
        return database.sql("""
                        select p.id from synthesis.publication p
                        where p.withdrawn is null and exists (select from synthesis.published_item i
                            where i.publication_id = p.id and i.source_id = :contribution)
                        order by p.number desc limit 1
                        """)
                .param("contribution", contribution)
                .query(UUID.class)
                .optional();
    }

    private static OfStatement statement(ResultSet row) throws SQLException {
        return new OfStatement(
                row.getObject("statement_id", UUID.class),
                row.getInt("version"),
                row.getObject("synthesis_id", UUID.class),
                Level.valueOf(row.getString("level")),
                row.getString("territory"),
                row.getString("theme"),
                row.getInt("position"),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getBoolean("own_addition"),
                new Leaves(row.getInt("contributions"), row.getInt("workshops"), row.getInt("departements")));
    }

    private static OfItem item(ResultSet row) throws SQLException {
        var reason = row.getString("reason");
        return new OfItem(
                row.getObject("item_id", UUID.class),
                row.getObject("synthesis_id", UUID.class),
                Level.valueOf(row.getString("level")),
                row.getString("dealer"),
                row.getString("theme"),
                row.getInt("piece"),
                new Item.Source(
                        Item.Source.Kind.valueOf(row.getString("source_kind")),
                        row.getObject("source_id", UUID.class),
                        row.getInt("version")),
                row.getString("reference"),
                ItemNature.valueOf(row.getString("nature")),
                row.getString("text"),
                row.getString("territory"),
                row.getObject("day", LocalDate.class),
                Disposition.Outcome.valueOf(row.getString("outcome")),
                reason == null ? null : Reason.valueOf(reason),
                row.getString("sentence"),
                row.getString("original"),
                row.getString("sent_to"),
                row.getString("withdrawn"));
    }

    private static OfLink link(ResultSet row) throws SQLException {
        return new OfLink(
                row.getObject("statement_id", UUID.class),
                row.getObject("item_id", UUID.class),
                LinkKind.valueOf(row.getString("kind")));
    }
}
