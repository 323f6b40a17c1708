package fr.preau.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EmbeddedPostgresTests {
    @TempDir
    private Path folder;

    @Test
    void leavesTheOriginalOfACopiedFolderAlone() throws IOException {
        try (var original = EmbeddedPostgres.start(folder.resolve("original"), Map.of())) {
            ask(original, "checkpoint");
            var started = start(original);
            copy(folder.resolve("original"), folder.resolve("copy"));
            try (var copy = EmbeddedPostgres.start(folder.resolve("copy"), Map.of())) {
                assertThat(copy.jdbcUrl()).isNotEqualTo(original.jdbcUrl());
                assertThat(start(copy)).isNotEqualTo(started);
                assertThat(start(original)).isEqualTo(started);
            }
            assertThat(start(original)).isEqualTo(started);
        }
    }

    /// The copy's own file still names the original's server: whoever came now would write in the wrong database.
    @Test
    void neverJoinsTheOriginalFromACopiedFolder() throws IOException {
        try (var original = EmbeddedPostgres.start(folder.resolve("original"), Map.of())) {
            assertThat(original.jdbcUrl()).isNotBlank();
            copy(folder.resolve("original"), folder.resolve("copy"));
            assertThat(Postmaster.runningOn(folder.resolve("copy").resolve("postgresql")))
                    .isEmpty();
            assertThat(Postmaster.runningOn(folder.resolve("original").resolve("postgresql")))
                    .isPresent();
        }
    }

    @Test
    void joinsAFolderThatWasMovedWhileItsServerRan() throws IOException {
        try (var original = EmbeddedPostgres.start(folder.resolve("original"), Map.of())) {
            Files.move(folder.resolve("original"), folder.resolve("moved"));
            assertThat(Postmaster.runningOn(folder.resolve("moved").resolve("postgresql")))
                    .isPresent();
            Files.move(folder.resolve("moved"), folder.resolve("original"));
            assertThat(start(original)).isNotBlank();
        }
    }

    @Test
    void makesNoDatabaseForACommand() {
        var nothing = folder.resolve("nothing");
        assertThatThrownBy(() -> EmbeddedPostgres.join(nothing))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("Il n'y a pas de base dans le dossier " + nothing);
        assertThat(nothing).doesNotExist();
    }

    @Test
    void keepsItsLogShort() throws IOException {
        var log = Files.writeString(folder.resolve("postgresql.log"), "x".repeat(6_000_000));
        new ServerLog(log).bound();
        assertThat(log).isEmptyFile();
        assertThat(folder.resolve("postgresql.log.1")).hasSize(6_000_000);

        Files.writeString(log, "short");
        new ServerLog(log).bound();
        assertThat(log).hasContent("short");
    }

    private static String start(EmbeddedPostgres server) {
        return ask(server, "select pg_postmaster_start_time()::text");
    }

    private static String ask(EmbeddedPostgres server, String query) {
        var database =
                JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
        if (query.startsWith("select")) {
            return database.sql(query).query(String.class).single();
        }
        database.sql(query).update();
        return "";
    }

    /// As a snapshot of the disk would: the file that names the running server included.
    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            all.forEach(path -> {
                try {
                    var target = to.resolve(from.relativize(path));
                    if (Files.isDirectory(path)) {
                        Files.createDirectories(target);
                        Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(path));
                    } else {
                        Files.copy(
                                path,
                                target,
                                java.nio.file.StandardCopyOption.COPY_ATTRIBUTES,
                                java.nio.file.LinkOption.NOFOLLOW_LINKS);
                    }
                } catch (IOException problem) {
                    throw new UncheckedIOException(problem);
                }
            });
        }
    }
}
