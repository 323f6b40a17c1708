package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.InstalledPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// PostgreSQL's own dump of the platform's database, restored by its own program without a single error: nothing in
/// the schema counts on a search path.
class DumpTests {
    @TempDir
    private Path folder;

    @Test
    void restoresWithEveryIndexAndRow() throws Exception {
        try (var server = InstalledPostgres.startIn(folder)) {
            server.create("preau", "owner");
            fill(server);

            server.create("whole");
            dump(server, "admin");
            restore(server, "admin", "whole");
            assertSame(server, "whole");

            // An owner may not comment on the extensions that an administrator made: nothing of ours is a comment.
            server.create("owned");
            server.as("admin", "postgres")
                    .sql("alter database owned owner to owner")
                    .update();
            server.as("admin", "owned")
                    .sql("create extension earthdistance cascade")
                    .update();
            dump(server, "owner");
            restore(server, "owner", "owned", "--no-owner", "--no-comments");
            assertSame(server, "owned");
        }
    }

    private void fill(InstalledPostgres server) throws IOException {
        try (var platform = Launched.on(
                folder.resolve("unused"),
                "--spring.datasource.url=" + server.url("preau", "owner"),
                "--spring.profiles.active=demonstration")) {
            platform.open();
        }
    }

    private void dump(InstalledPostgres server, String user) throws IOException {
        server.run("pg_dump", user, "--format=custom", "--file=" + folder.resolve(user + ".dump"), "preau");
    }

    private void restore(InstalledPostgres server, String user, String database, String... options) throws IOException {
        var arguments = new java.util.ArrayList<>(List.of(options));
        arguments.addAll(
                List.of("--dbname=" + database, folder.resolve(user + ".dump").toString()));
        assertThat(server.run("pg_restore", user, arguments.toArray(String[]::new)))
                .isEmpty();
    }

    private static void assertSame(InstalledPostgres server, String database) {
        var original = server.as("admin", "preau");
        var copy = server.as("admin", database);
        assertThat(indexes(copy))
                .containsExactlyElementsOf(indexes(original))
                .contains("event.listing_globe_idx", "territory.school_globe_idx");
        assertThat(rows(copy)).containsExactlyInAnyOrderEntriesOf(rows(original));
    }

    private static List<String> indexes(JdbcClient database) {
        return database.sql("""
                        select schemaname || '.' || indexname from pg_indexes
                        where schemaname not in ('pg_catalog', 'pg_toast') order by 1
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static Map<String, Long> rows(JdbcClient database) {
        return database.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).query(String.class).list().stream()
                .collect(java.util.stream.Collectors.toMap(
                        table -> table,
                        table -> database.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }
}
