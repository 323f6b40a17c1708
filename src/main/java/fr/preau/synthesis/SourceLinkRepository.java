package fr.preau.synthesis;

import fr.preau.account.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.source_link`: what statements lean on, and what is counted from it.
@Repository
class SourceLinkRepository {
    private final JdbcClient database;
    private final Clock clock;

    SourceLinkRepository(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void link(Statement statement, Item item, LinkKind kind, PersonId by) {
        database.sql("""
                        insert into synthesis.source_link (synthesis_id, statement_id, statement_version, item_id,
                            item_version, kind, made_by, made_at)
                        values (:synthesis, :statement, :version, :item, :itemVersion, :kind, :by, :now)
                        on conflict (statement_id, statement_version, item_id) do update
                        set kind = excluded.kind, item_version = excluded.item_version, made_by = excluded.made_by,
                            made_at = excluded.made_at
                        """)
                .param("synthesis", item.synthesis().value())
                .param("statement", statement.id().value())
                .param("version", statement.version())
                .param("item", item.id().value())
                .param("itemVersion", item.source().version())
                .param("kind", kind.name())
                .param("by", by.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    void unlink(Statement statement, Item item) {
        database.sql("""
                        delete from synthesis.source_link
                        where statement_id = :statement and statement_version = :version and item_id = :item
                        """)
                .param("statement", statement.id().value())
                .param("version", statement.version())
                .param("item", item.id().value())
                .update();
    }

    /// The links of these items with statements as they stand.
    List<SourceLink> ofItems(Collection<ItemId> items) {
        return database.sql("""
                        select l.* from synthesis.source_link l
                        join synthesis.statement s on s.id = l.statement_id and s.version = l.statement_version
                        where l.item_id = any(:items) and not s.removed order by s.position, s.id
                        """)
                .param("items", items.stream().map(ItemId::value).toArray(UUID[]::new))
                .query((row, _) -> link(row))
                .list();
    }

    List<SourceLink> of(Statement statement) {
        return database.sql("""
                        select l.* from synthesis.source_link l join synthesis.item i on i.id = l.item_id
                        where l.statement_id = :id and l.statement_version = :version order by i.seq, i.piece
                        """)
                .param("id", statement.id().value())
                .param("version", statement.version())
                .query((row, _) -> link(row))
                .list();
    }

    /// How many sources each statement of a synthesis has, as it stands.
    Map<StatementId, Integer> sizes(SynthesisId synthesis) {
        var sizes = new HashMap<StatementId, Integer>();
        database.sql("""
                        select s.id, count(*)::int as size from synthesis.source_link l
                        join synthesis.statement s on s.id = l.statement_id and s.version = l.statement_version
                        where s.synthesis_id = :id and not s.removed group by s.id
                        """).param("id", synthesis.value()).query((ResultSet row) -> {
            sizes.put(new StatementId(row.getObject("id", UUID.class)), row.getInt("size"));
        });
        return sizes;
    }

    /// What each of these statements, in this version, rests on in the end. A version's links never change once it is
    /// frozen, and only frozen versions go up: the way down is always that of the day it was taken up.
    Map<StatementId, Leaves> leaves(Collection<Statement> statements) {
        var leaves = new HashMap<StatementId, Leaves>();
        database.sql("""
                        with recursive way (root, statement_id, version) as (
                            select id, id, version
                            from unnest(cast(:ids as uuid[]), cast(:versions as int[])) as root (id, version)
                            union
                            select way.root, i.source_id, l.item_version
                            from way
                            join synthesis.source_link l
                                on l.statement_id = way.statement_id and l.statement_version = way.version
                            join synthesis.item i on i.id = l.item_id and i.source_kind = 'STATEMENT')
                        select way.root, count(distinct i.source_id)::int as contributions,
                            count(distinct v.workshop_id)::int as workshops,
                            count(distinct v.territory) filter (where v.territory like 'DEPARTEMENT-%')::int
                                as departements
                        from way
                        join synthesis.source_link l
                            on l.statement_id = way.statement_id and l.statement_version = way.version
                        join synthesis.item i on i.id = l.item_id and i.source_kind = 'CONTRIBUTION'
                        join synthesis.item_version v on v.item_id = i.id and v.version = l.item_version
                        group by way.root
                        """)
                .param("ids", statements.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .param("versions", statements.stream().map(Statement::version).toArray(Integer[]::new))
                .query((ResultSet row) -> {
                    leaves.put(
                            new StatementId(row.getObject("root", UUID.class)),
                            new Leaves(
                                    row.getInt("contributions"), row.getInt("workshops"), row.getInt("departements")));
                });
        return leaves;
    }

    private static SourceLink link(ResultSet row) throws SQLException {
        return new SourceLink(
                new StatementId(row.getObject("statement_id", UUID.class)),
                row.getInt("statement_version"),
                new ItemId(row.getObject("item_id", UUID.class)),
                row.getInt("item_version"),
                LinkKind.valueOf(row.getString("kind")));
    }
}
