package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static void assertRefused(Launched platform, String words) throws InterruptedException {
        assertThat(platform.exit()).isNotZero();
        assertThat(platform.said().lines()).singleElement().asString().contains(words);
    }
}
