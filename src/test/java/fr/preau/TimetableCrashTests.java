package fr.preau;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Every recurring task goes on within fifteen seconds after whoever was at it is gone: after `kill -9` of its node,
/// after PostgreSQL came back, after a clock that jumped forth and back.
class TimetableCrashTests {
    private static final Duration SOON = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @Test
    void goesOnWithEachTaskSecondsAfterWhoeverHeldItIsGone() throws Exception {
        try (var server = EmbeddedPostgres.start(folder.resolve("data"), Map.of());
                var killed = Launched.node(server, folder.resolve("first")).open();
                var alive = Launched.node(server, folder.resolve("second")).open()) {
            var database = JdbcClient.create(
                    new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
            assertThat(tasks(database, "true"))
                    .contains("waiting-offers", "waiting-lists", "consultation-closing", "forgetting", "news-unheard");

            killed.kill();
            hold(database);
            awaitEach(database, now(database));

            jump(database);
            awaitAllBack(database);
            awaitEachShort(database, now(database));

            killPostgres(server);
            hold(awaitDatabase(server));
            awaitEach(database, now(database));
            assertThat(alive.errors()).doesNotContain("OutOfMemory");
        }
    }

    /// As a process killed this very moment leaves them.
    private static void hold(JdbcClient database) {
        database.sql("""
                update timetable.scheduled_tasks set picked = true, picked_by = 'dead', version = version + 1,
                    last_heartbeat = clock_timestamp(), execution_time = clock_timestamp()
                """).update();
    }

    /// As a node whose clock was thirty hours ahead leaves them, one of them held.
    private static void jump(JdbcClient database) {
        database.sql("""
                update timetable.scheduled_tasks set picked = task_name = 'waiting-lists', picked_by = 'dead',
                    version = version + 1, last_heartbeat = clock_timestamp() + interval '30 hours',
                    execution_time = clock_timestamp() + interval '30 hours'
                """).update();
    }

    private static void awaitEach(JdbcClient database, OffsetDateTime since) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(idleSince(database, since))
                        .as("tasks that did not go on")
                        .isEmpty());
    }

    private static void awaitEachShort(JdbcClient database, OffsetDateTime since) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(idleSince(database, since)).doesNotContain("waiting-offers", "news-unheard"));
    }

    private static void awaitAllBack(JdbcClient database) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(
                                tasks(
                                        database,
                                        "execution_time > now() + interval '25 hours' or last_heartbeat > now() + interval '1 minute'"))
                        .as("tasks far ahead")
                        .isEmpty());
    }

    private static Set<String> idleSince(JdbcClient database, OffsetDateTime since) {
        return database.sql("""
                select task_name from timetable.scheduled_tasks where last_success is null or last_success < :since
                """).param("since", since).query(String.class).list().stream()
                .collect(toSet());
    }

    private static Set<String> tasks(JdbcClient database, String which) {
        return database
                .sql("select task_name from timetable.scheduled_tasks where " + which)
                .query(String.class)
                .list()
                .stream()
                .collect(toSet());
    }

    private static OffsetDateTime now(JdbcClient database) {
        return database.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single();
    }

    private void killPostgres(EmbeddedPostgres server) throws Exception {
        var pid = Files.readAllLines(folder.resolve("data/postgresql/postmaster.pid"))
                .getFirst();
        new ProcessBuilder("kill", "-9", pid).inheritIO().start().waitFor();
        assertThat(server.jdbcUrl()).isNotEmpty();
    }

    private static JdbcClient awaitDatabase(EmbeddedPostgres server) {
        var database =
                JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> now(database) != null);
        return database;
    }
}
