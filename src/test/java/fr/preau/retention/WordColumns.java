package fr.preau.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The columns of the whole database that can hold words, as they are, and as `columns.txt` explains them.
record WordColumns(JdbcClient jdbc) {
    /// Text of every kind, documents, bytes, and lists of these.
    private static final String WORDY = """
            select c.table_schema || '.' || c.table_name || '.' || c.column_name as it
            from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')
              and c.table_name not like 'flyway_schema_history%'
              and (c.udt_name in ('text', 'varchar', 'bpchar', 'name', 'json', 'jsonb', 'bytea', 'tsvector', 'xml')
                   or c.udt_name in ('_text', '_varchar', '_jsonb', '_bytea'))
            order by 1
            """;

    private static final String TABLES = """
            select table_schema || '.' || table_name as it from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
            order by 1
            """;

    /// What `columns.txt` says of each: a promise's code, or a dash and a reason.
    static SortedMap<String, String> explained() {
        try (var text = WordColumns.class.getResourceAsStream("/fr/preau/columns.txt")) {
            var lines = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8).lines();
            var explained = new TreeMap<String, String>();
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s+", 2))
                    .forEach(parts -> explained.put(parts[0], parts.length < 2 ? "" : parts[1].strip()));
            return explained;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> all() {
        return jdbc.sql(WORDY).query((row, _) -> row.getString("it")).list();
    }

    /// Columns where `word` stands, bytes read as the text they may be.
    List<String> holding(String word) {
        return all().stream().filter(column -> holds(column, word)).toList();
    }

    /// Tables one row of which, written whole, holds `word`: the columns that hold no words are looked at too.
    List<String> tablesHolding(String word) {
        return jdbc.sql(TABLES).query((row, _) -> row.getString("it")).list().stream()
                .filter(table -> jdbc.sql(
                                "select exists (select from %s t where position(:word in lower(t::text)) > 0) as it"
                                        .formatted(table))
                        .param("word", word)
                        .query((row, _) -> row.getBoolean("it"))
                        .single())
                .toList();
    }

    private boolean holds(String column, String word) {
        var dot = column.lastIndexOf('.');
        var name = column.substring(dot + 1);
        return jdbc.sql("""
                        select exists (select from %s t where position(:word in lower(
                            case when pg_typeof(t.%s) = 'bytea'::regtype
                                then encode(decode(substr(t.%s::text, 3), 'hex'), 'escape')
                                else t.%s::text end)) > 0) as it
                        """.formatted(column.substring(0, dot), name, name, name))
                .param("word", word)
                .query((row, _) -> row.getBoolean("it"))
                .single();
    }
}
