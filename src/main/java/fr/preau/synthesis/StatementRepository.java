package fr.preau.synthesis;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// `synthesis.statement` and its versions.
@Repository
class StatementRepository {
    private static final String SELECT = """
            select s.*, v.kind, v.text, v.own_addition, v.frozen
            from synthesis.statement s
            join synthesis.statement_version v on v.statement_id = s.id and v.version = s.version
            """;

    private final JdbcClient database;

    StatementRepository(JdbcClient database) {
        this.database = database;
    }

    /// What a statement says.
    record Words(StatementKind kind, String text) {}

    Optional<Statement> find(StatementId id) {
        return database.sql(SELECT + "where s.id = :id")
                .param("id", id.value())
                .query((row, _) -> statement(row))
                .optional();
    }

    /// Those that stand, in order.
    List<Statement> of(SynthesisId synthesis) {
        return database.sql(SELECT + "where s.synthesis_id = :id and not s.removed order by s.position, s.id")
                .param("id", synthesis.value())
                .query((row, _) -> statement(row))
                .list();
    }

    /// Last in order.
    StatementId add(SynthesisId synthesis, Words words, boolean ownAddition) {
        var id = UUID.randomUUID();
        database.sql("""
                        insert into synthesis.statement (id, synthesis_id, position)
                        select :id, :synthesis, coalesce(max(position), 0) + 1
                        from synthesis.statement where synthesis_id = :synthesis
                        """).param("id", id).param("synthesis", synthesis.value()).update();
        database.sql("""
                        insert into synthesis.statement_version (statement_id, version, kind, text, own_addition)
                        values (:id, 1, :kind, :text, :own)
                        """)
                .param("id", id)
                .param("kind", words.kind().name())
                .param("text", words.text())
                .param("own", ownAddition)
                .update();
        return new StatementId(id);
    }

    /// The version that may be changed: the latest, or a copy of it with its links when it was validated.
    Statement thaw(Statement statement) {
        if (!statement.frozen()) {
            return statement;
        }
        copy("""
                insert into synthesis.statement_version (statement_id, version, kind, text, own_addition)
                select statement_id, version + 1, kind, text, own_addition from synthesis.statement_version
                where statement_id = :id and version = :version
                """, statement);
        copy("""
                insert into synthesis.source_link (synthesis_id, statement_id, statement_version, item_id, item_version,
                    kind, made_by, made_at)
                select synthesis_id, statement_id, statement_version + 1, item_id, item_version, kind, made_by, made_at
                from synthesis.source_link where statement_id = :id and statement_version = :version
                """, statement);
        copy("update synthesis.statement set version = :version + 1 where id = :id", statement);
        return find(statement.id()).orElseThrow();
    }

    /// Of a version that is not frozen.
    void write(Statement statement, Words words, boolean ownAddition) {
        database.sql("""
                        update synthesis.statement_version set kind = :kind, text = :text, own_addition = :own
                        where statement_id = :id and version = :version and not frozen
                        """)
                .param("kind", words.kind().name())
                .param("text", words.text())
                .param("own", ownAddition)
                .param("id", statement.id().value())
                .param("version", statement.version())
                .update();
        touch(statement.id());
    }

    void touch(StatementId id) {
        database.sql("update synthesis.statement set lock = lock + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void remove(StatementId id) {
        database.sql("update synthesis.statement set removed = true, lock = lock + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    void place(StatementId id, int position) {
        database.sql("update synthesis.statement set position = :position where id = :id")
                .param("position", position)
                .param("id", id.value())
                .update();
    }

    /// What stands is settled from now on.
    void freeze(SynthesisId synthesis) {
        database.sql("""
                        update synthesis.statement_version v set frozen = true from synthesis.statement s
                        where s.id = v.statement_id and s.version = v.version and s.synthesis_id = :id
                            and not s.removed and not v.frozen
                        """).param("id", synthesis.value()).update();
    }

    /// Statements that lean on nothing and do not say so.
    long unsourced(SynthesisId synthesis) {
        return database.sql("""
                        select count(*) from synthesis.statement s
                        join synthesis.statement_version v on v.statement_id = s.id and v.version = s.version
                        where s.synthesis_id = :id and not s.removed and not v.own_addition
                            and not exists (select from synthesis.source_link l
                                where l.statement_id = s.id and l.statement_version = s.version)
                        """)
                .param("id", synthesis.value())
                .query(Long.class)
                .single();
    }

    private void copy(String sql, Statement statement) {
        database.sql(sql)
                .param("id", statement.id().value())
                .param("version", statement.version())
                .update();
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(
                new StatementId(row.getObject("id", UUID.class)),
                new SynthesisId(row.getObject("synthesis_id", UUID.class)),
                row.getInt("position"),
                row.getInt("version"),
                StatementKind.valueOf(row.getString("kind")),
                row.getString("text"),
                row.getBoolean("own_addition"),
                row.getBoolean("frozen"),
                row.getBoolean("removed"),
                row.getInt("lock"));
    }
}
