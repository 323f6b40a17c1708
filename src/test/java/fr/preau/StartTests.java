package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedPostgres;
import fr.preau.database.InstalledPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    @Test
    void tellsAMigrationThatChangedFromANewerPreau() throws Exception {
        try (var written = EmbeddedPostgres.start(data, Map.of("fsync", "off"))) {
            var external = external(written, "postgres");
            try (var first = Launched.on(data.resolve("unused"), external)) {
                first.open();
            }
            execute(written, "update flyway_schema_history_territory set checksum = 1 where version = '1'");
            try (var late = Launched.on(data.resolve("unused"), external)) {
                assertRefused(late, "La migration V1 du module territory n'est plus");
                assertThat(late.said()).doesNotContain("dossier", "récente");
            }
        }
    }

    @Test
    void saysWhatIsWrongWithADatabaseOfOnesOwn() throws Exception {
        try (var server = EmbeddedPostgres.start(data, Map.of("fsync", "off"))) {
            execute(server, "create role owner login password 'secret'");
            try (var unknown = Launched.on(data.resolve("unused"), external(server, "absent"))) {
                assertRefused(unknown, "n'a pas de base « absent »");
                assertNoTrace(unknown);
            }
            try (var wrong = Launched.on(
                    data.resolve("unused"),
                    "--spring.datasource.url=" + server.jdbcUrl(),
                    "--spring.datasource.username=owner",
                    "--spring.datasource.password=guessed")) {
                assertRefused(wrong, "refuse ce nom d'utilisateur ou ce mot de passe");
                assertNoTrace(wrong);
            }
        }
    }

    @Test
    void namesTheExtensionThatAnAdministratorMustMake() throws Exception {
        try (var server = EmbeddedPostgres.start(data, Map.of("fsync", "off"))) {
            execute(server, "create role owner login password 'secret'");
            execute(server, "create database preau owner owner");
            try (var bare = Launched.on(
                    data.resolve("unused"),
                    "--spring.datasource.url=" + server.jdbcUrl().replace("/postgres", "/preau"),
                    "--spring.datasource.username=owner",
                    "--spring.datasource.password=secret")) {
                assertRefused(bare, "« create extension earthdistance cascade »");
                assertThat(bare.said()).contains("« preau »").doesNotContain("mot de passe");
                assertNoTrace(bare);
            }
        }
    }

    @Test
    void givesUpAServerThatNeverComes() throws Exception {
        try (var late = Launched.on(
                data,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/preau".formatted(portOfNobody()),
                "--preau.database.wait=2s")) {
            assertThat(late.exit()).isEqualTo(1);
            assertThat(late.said().lines())
                    .satisfiesExactly(
                            line -> assertThat(line).contains("ne répond pas encore"),
                            line -> assertThat(line).contains("est injoignable"));
            assertNoTrace(late);
        }
    }

    private static int portOfNobody() throws IOException {
        try (var nobody = new ServerSocket(0)) {
            return nobody.getLocalPort();
        }
    }

    @Test
    void waitsForAServerThatComesLater() throws Exception {
        try (var server = InstalledPostgres.startIn(data)) {
            server.create("preau", "owner");
            server.stop();
            try (var early =
                    Launched.on(data.resolve("unused"), "--spring.datasource.url=" + server.url("preau", "owner"))) {
                await().atMost(Duration.ofMinutes(1)).until(() -> early.said().contains("ne répond pas encore"));
                server.start();
                early.open();
            }
        }
    }

    /// Two servers, one empty database: one plays the demonstration, the other waits for its turn.
    @Test
    void twoServersPlayTheDemonstrationOnce() throws Exception {
        try (var server = EmbeddedPostgres.start(data, Map.of("fsync", "off"))) {
            var external = new ArrayList<>(List.of(external(server, "postgres")));
            external.add("--spring.profiles.active=demonstration");
            var words = external.toArray(String[]::new);
            try (var first = Launched.on(data.resolve("unused"), words);
                    var second = Launched.on(data.resolve("unused"), words)) {
                first.open();
                second.open();
                assertThat(first.said() + second.said()).isEmpty();
            }
        }
    }

    private static String[] external(EmbeddedPostgres server, String database) {
        return new String[] {
            "--spring.datasource.url=" + server.jdbcUrl().replace("/postgres", "/" + database),
            "--spring.datasource.username=" + server.username(),
            "--spring.datasource.password=" + server.password()
        };
    }

    private static void assertNoTrace(Launched platform) throws IOException {
        assertThat(Files.readString(platform.log)).doesNotContain("Exception", "ERROR", "stack_trace");
    }

    private static void execute(EmbeddedPostgres database, String statement) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
                var now = connection.createStatement()) {
            now.execute(statement);
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
