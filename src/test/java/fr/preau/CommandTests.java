package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A command acts on the database of the server, says which, and never makes one.
class CommandTests {
    @TempDir
    private Path folder;

    @Test
    void makesNoDatabaseWhereThereIsNone() throws Exception {
        var data = folder.resolve("data");
        for (var words : new String[][] {
            {"forget", "--dry-run"}, {"backup", folder.resolve("f.zip").toString()}
        }) {
            try (var command = Launched.command(Map.of(), words[0], words[1], "--preau.data=" + data)) {
                assertThat(command.exit()).isEqualTo(1);
                assertThat(command.said().lines())
                        .singleElement()
                        .asString()
                        .contains("Il n'y a pas de base dans le dossier " + data);
            }
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void needsNoDatabaseToTellWhatItCanDo() throws Exception {
        try (var command =
                Launched.command(Map.of("PREAU_DATA", folder.resolve("data").toString()), "help")) {
            assertThat(command.exit()).isZero();
            assertThat(Files.readString(command.log))
                    .contains("import-schools", "backup", "restore", "sign-in-link", "allocate");
        }
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void actsOnTheDatabaseOfTheServerHoweverItIsNamed() throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve("postgres"), Map.of("fsync", "off"))) {
            try (var empty = Launched.command(environment(server), "forget", "--dry-run")) {
                assertThat(empty.exit()).isEqualTo(1);
                assertThat(empty.said().lines().toList().getLast()).contains("Cette base ne contient pas Préau");
            }
            try (var platform = Launched.on(
                    folder.resolve("unused"),
                    "--spring.datasource.url=" + server.jdbcUrl(),
                    "--spring.datasource.username=" + server.username(),
                    "--spring.datasource.password=" + server.password())) {
                platform.open();
            }
            try (var command = Launched.command(environment(server), "forget", "--dry-run")) {
                assertThat(command.exit()).as(command.said()).isZero();
                assertThat(command.said())
                        .contains("Base : " + server.jdbcUrl())
                        .doesNotContain(server.password());
            }
            var inTheAddress =
                    "%s?user=%s&password=%s".formatted(server.jdbcUrl(), server.username(), server.password());
            try (var command =
                    Launched.command(Map.of(), "--spring.datasource.url=" + inTheAddress, "forget", "--dry-run")) {
                assertThat(command.exit()).as(command.said()).isZero();
                assertThat(command.said())
                        .contains("Base : " + server.jdbcUrl())
                        .doesNotContain(server.password());
            }
            try (var command = Launched.command(
                    Map.of("PGPASSFILE", passwords(server).toString()),
                    "forget",
                    "--dry-run",
                    "--spring.datasource.url=" + server.jdbcUrl(),
                    "--spring.datasource.username=" + server.username())) {
                assertThat(command.exit()).as(command.said()).isZero();
            }
        }
    }

    @Test
    void givesAPilotALinkAndNobodyElse() throws Exception {
        var data = "--preau.data=" + folder.resolve("data");
        try (var platform = Launched.on(folder.resolve("data"), "--preau.pilots=ada@example.org")
                .open()) {
            try (var command = Launched.command(
                    Map.of(), "sign-in-link", "ada@example.org", data, "--preau.address=" + platform.address())) {
                assertThat(command.exit()).as(command.said()).isZero();
                var link = Files.readString(command.log).lines().findFirst().orElseThrow();
                assertThat(link).startsWith(platform.address() + "/connexion/lien?token=");
                var page = new String(
                        URI.create(link).toURL().openStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
                assertThat(page).contains("ada@example.org");
            }
            try (var command = Launched.command(Map.of(), "sign-in-link", "eve@example.org", data)) {
                assertThat(command.exit()).isEqualTo(1);
                assertThat(command.said()).contains("Aucun pilote national");
                assertThat(Files.readString(command.log)).isEmpty();
            }
        }
    }

    private Map<String, String> environment(EmbeddedPostgres server) {
        return Map.of(
                "SPRING_DATASOURCE_URL",
                server.jdbcUrl(),
                "SPRING_DATASOURCE_USERNAME",
                server.username(),
                "SPRING_DATASOURCE_PASSWORD",
                server.password());
    }

    /// As `psql` reads them, its owner's alone.
    private Path passwords(EmbeddedPostgres server) throws Exception {
        var file = folder.resolve("pgpass");
        Files.writeString(file, "*:*:*:%s:%s%n".formatted(server.username(), server.password()));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
