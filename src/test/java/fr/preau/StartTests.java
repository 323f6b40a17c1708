package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps the platform from starting is said in one sentence to the person who starts it.
class StartTests {
    @TempDir
    private Path data;

    @Test
    void refusesAFolderAnotherProcessHolds() throws IOException, InterruptedException {
        try (var holder = EmbeddedPostgres.start(data, Map.of("fsync", "off"));
                var second = Launched.on(data)) {
            assertRefused(second, "Préau tourne déjà sur le dossier");
            assertThat(holder.jdbcUrl()).isNotBlank();
        }
    }

    @Test
    void refusesAFolderOfANewerPostgresql() throws IOException, InterruptedException {
        try (var holder = EmbeddedPostgres.start(data, Map.of("fsync", "off"))) {
            assertThat(holder.jdbcUrl()).isNotBlank();
        }
        Files.writeString(data.resolve("postgresql").resolve("PG_VERSION"), "99\n");
        try (var late = Launched.on(data)) {
            assertRefused(late, "vient de PostgreSQL 99");
        }
    }

    @Test
    void refusesAPortAlreadyTaken() throws IOException, InterruptedException {
        try (var taken = new ServerSocket(0);
                var late = Launched.on(data, "--server.port=" + taken.getLocalPort())) {
            assertRefused(late, "Le port %d est déjà pris".formatted(taken.getLocalPort()));
        }
    }

    @Test
    void refusesASettingThatIsNoNumber() throws IOException, InterruptedException {
        try (var mistyped = Launched.on(data, "--server.port=abc")) {
            assertRefused(mistyped, "Le réglage server.port ne peut pas valoir « abc ».");
        }
    }

    @Test
    void refusesAPortThatIsNone() throws IOException, InterruptedException {
        try (var mistyped = Launched.on(data, "--server.port=99999")) {
            assertRefused(mistyped, "Le port 99999 n'existe pas");
        }
    }

    @Test
    void refusesToStandUnderAPath() throws IOException, InterruptedException {
        try (var mistyped = Launched.on(data, "--server.servlet.context-path=/semaine")) {
            assertRefused(mistyped, "Le réglage server.servlet.context-path ne peut pas valoir « /semaine » : ");
        }
    }

    @Test
    void refusesALegalBasisOfAFormThatIsNone() throws IOException, InterruptedException {
        try (var mistyped = Launched.on(data, "--preau.operator.legal-bases.inconnu=intérêt légitime")) {
            assertRefused(mistyped, "Le réglage preau.operator.legal-bases.inconnu ne peut pas valoir");
        }
    }

    @Test
    void refusesADatabaseANewerPreauWrote() throws Exception {
        try (var written = EmbeddedPostgres.start(data, Map.of("fsync", "off"))) {
            migratedTo999(written);
        }
        try (var late = Launched.on(data)) {
            assertRefused(late, "version plus récente de Préau");
            assertThat(late.exit()).isEqualTo(1);
            assertThat(Files.readString(late.log)).doesNotContain("WARN", "ERROR", "postgresql-watch");
        }
    }

    /// As Flyway writes it down.
    private static void migratedTo999(EmbeddedPostgres database) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    create table flyway_schema_history_territory (
                        installed_rank int primary key, version varchar(50), description varchar(200) not null,
                        type varchar(20) not null, script varchar(1000) not null, checksum int,
                        installed_by varchar(100) not null, installed_on timestamp not null default now(),
                        execution_time int not null, success boolean not null);
                    insert into flyway_schema_history_territory values
                        (1, '999', 'later', 'SQL', 'V999__later.sql', 1, 'preau', now(), 1, true)
                    """);
        }
    }

    private static void assertRefused(Launched platform, String words) throws InterruptedException {
        assertThat(platform.exit()).isNotZero();
        assertThat(platform.said().lines()).singleElement().asString().contains(words);
    }
}
