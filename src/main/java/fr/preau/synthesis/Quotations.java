package fr.preau.synthesis;

import fr.preau.web.French;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Statements that repeat a contribution word for word, as the form proposes to: when its words must go, they go from
/// there too, at every level and in what was published. Words that were written otherwise are for a person to read: the
/// synthesis has them to review.
@Repository
class Quotations {
    static final String GONE = "[…]";
    /// Shorter, the same words may be anybody's: they are only taken away where they are all that is said.
    private static final int TELLING = 20;
    private static final int CUT = 200;

    private final JdbcClient database;

    Quotations(JdbcClient database) {
        this.database = database;
    }

    /// While the words are still in the rows of those who received it.
    void erase(Leaving leaving) {
        var leaning = leaning(leaving.contribution());
        for (var passage : passages(leaving)) {
            for (var sql : PLACES) {
                database.sql(sql)
                        .param("ids", leaning)
                        .param("passage", passage)
                        .param("gone", GONE)
                        .param("telling", TELLING)
                        .update();
            }
        }
    }

    /// How many statements lean on it as they stand, through however many levels.
    int leaningOn(UUID contribution) {
        return database.sql("select count(*)::int from synthesis.statement where not removed and id = any(:ids)")
                .param("ids", leaning(contribution))
                .query(Integer.class)
                .single();
    }

    /// Statements that lean on it, in any of their versions.
    private UUID[] leaning(UUID contribution) {
        return database.sql("""
                        with recursive way (statement_id) as (
                            select l.statement_id from synthesis.source_link l
                            join synthesis.item i on i.id = l.item_id where i.source_id = :id
                            union
                            select l.statement_id from way
                            join synthesis.item i on i.source_id = way.statement_id
                            join synthesis.source_link l on l.item_id = i.id)
                        select statement_id from way
                        """)
                .param("id", contribution)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
    }

    /// What it says or said, whole or in pieces, and the start that is quoted of a long text: the longest first.
    private List<String> passages(Leaving leaving) {
        return database
                .sql("""
                        select distinct v.text from synthesis.item_version v join synthesis.item i on i.id = v.item_id
                        where i.source_id = :id and v.text <> ''
                            and (cast(:version as int) is null or v.version = :version)
                        """)
                .param("id", leaving.contribution())
                .param("version", leaving.version(), java.sql.Types.INTEGER)
                .query((row, _) -> row.getString("text"))
                .list()
                .stream()
                .flatMap(text -> Stream.of(text, start(text)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static String start(String text) {
        var start = French.start(text, CUT);
        return start.equals(text) ? text : start.substring(0, start.length() - 1);
    }

    private static String replaced(String column) {
        return """
                case when %1$s = :passage then :gone
                    when char_length(:passage) >= :telling then replace(%1$s, :passage, :gone) else %1$s end
                """.formatted(column);
    }

    private static final List<String> PLACES = List.of(
            "update synthesis.statement_version set text = %s where statement_id = any(:ids)"
                    .formatted(replaced("text")),
            "update synthesis.item set text = %s where source_kind = 'STATEMENT' and source_id = any(:ids)"
                    .formatted(replaced("text")),
            """
            update synthesis.item_version set text = %s where item_id in (
                select id from synthesis.item where source_kind = 'STATEMENT' and source_id = any(:ids))
            """.formatted(replaced("text")),
            """
            update synthesis.objection set against = %s, words = %s where item_id in (
                select id from synthesis.item where source_kind = 'STATEMENT' and source_id = any(:ids))
            """.formatted(replaced("against"), replaced("words")),
            "update synthesis.published_statement set text = %s where statement_id = any(:ids)"
                    .formatted(replaced("text")),
            """
            update synthesis.published_item set text = %s
            where source_kind = 'STATEMENT' and source_id = any(:ids)
            """.formatted(replaced("text")),
            """
            update synthesis.published_objection set against = %s, words = %s where item_id in (
                select id from synthesis.item where source_kind = 'STATEMENT' and source_id = any(:ids))
            """.formatted(replaced("against"), replaced("words")));
}
