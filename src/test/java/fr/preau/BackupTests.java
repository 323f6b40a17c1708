package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.database.EmbeddedPostgres;
import fr.preau.database.InstalledPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A backup made while the platform runs, restored by its commands: on the PostgreSQL that Préau brings, and from there
/// to an older server and back. The copy holds everything, and writes to nobody.
class BackupTests {
    @TempDir
    private static Path folder;

    private static Path file;

    @BeforeAll
    static void backUpARunningPlatform() throws Exception {
        file = folder.resolve("préau.zip");
        try (var _ = Launched.on(folder.resolve("data"), "--spring.profiles.active=demonstration")
                .open()) {
            say("backup", file.toString(), data("data"));
        }
    }

    @Test
    void restoresWhatTheRunningPlatformHeld() throws Exception {
        say("restore", file.toString(), data("copy"));
        assertThat(refusal("restore", file.toString(), data("copy"))).contains("n'est pas vide");

        try (var original = EmbeddedPostgres.start(folder.resolve("data"), Map.of());
                var copy = EmbeddedPostgres.start(folder.resolve("copy"), Map.of())) {
            assertSame(database(original), database(copy));
        }
    }

    @Test
    void goesToAnOlderServerAndBack() throws Exception {
        try (var server = InstalledPostgres.startIn(folder)) {
            server.create("preau", "owner");
            var there = "--spring.datasource.url=" + server.url("preau", "owner");
            say("restore", file.toString(), there);
            var back = folder.resolve("back.zip");
            say("backup", back.toString(), there);
            say("restore", back.toString(), data("returned"));

            try (var original = EmbeddedPostgres.start(folder.resolve("data"), Map.of());
                    var copy = EmbeddedPostgres.start(folder.resolve("returned"), Map.of())) {
                assertSame(database(original), server.as("admin", "preau"));
                assertSame(database(original), database(copy));
            }
        }
    }

    @Test
    void isReadByItsOwnerOnlyAndOverwritesNothing() throws Exception {
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(folder.resolve("préau.zip.partial")).doesNotExist();
        assertThat(refusal("backup", file.toString(), data("data"))).contains("existe déjà");
    }

    private static String data(String name) {
        return "--preau.data=" + folder.resolve(name);
    }

    private static String say(String... words) throws Exception {
        try (var command = Launched.command(Map.of(), words)) {
            assertThat(command.exit()).as(command.said()).isZero();
            return Files.readString(command.log);
        }
    }

    private static String refusal(String... words) throws Exception {
        try (var command = Launched.command(Map.of(), words)) {
            assertThat(command.exit()).isEqualTo(1);
            return command.said();
        }
    }

    /// Rows, what they come to, sequences, indexes, constraints and triggers.
    private static void assertSame(JdbcClient original, JdbcClient copy) {
        assertThat(contents(copy)).containsExactlyEntriesOf(contents(original));
        assertThat(list(copy, SEQUENCES)).containsExactlyElementsOf(list(original, SEQUENCES));
        assertThat(list(copy, OBJECTS)).containsExactlyElementsOf(list(original, OBJECTS));
    }

    private static final String SEQUENCES =
            "select schemaname || '.' || sequencename || ' ' || coalesce(last_value, 0) from pg_sequences order by 1";
    private static final String OBJECTS = """
            select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'pg_toast')
            union all select conname || ' ' || conrelid::regclass || ' ' || convalidated::text from pg_constraint
                where contype <> 'n' and connamespace::regnamespace::text !~ '^(pg_|information_schema)'
            union all select tgname || ' ' || tgenabled::text || ' ' || tgrelid::regclass from pg_trigger where not tgisinternal
            order by 1""";
    private static final List<String> OF_THE_MOMENT = List.of(
            "account.session",
            "account.session_attributes",
            "timetable.process",
            "timetable.scheduled_tasks",
            "timetable.restored",
            "public.flyway_schema_history");

    private static Map<String, String> contents(JdbcClient database) {
        return list(database, """
                        select schemaname || '.' || tablename from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema') order by 1
                        """).stream()
                .filter(table -> OF_THE_MOMENT.stream().noneMatch(table::startsWith))
                .collect(Collectors.toMap(
                        Function.identity(),
                        table -> database.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text collate \"C\")), '') from %s t"
                                                .formatted(table))
                                .query(String.class)
                                .single(),
                        (one, _) -> one,
                        java.util.TreeMap::new));
    }

    private static List<String> list(JdbcClient database, String query) {
        return database.sql(query).query((row, _) -> row.getString(1)).list();
    }

    private static JdbcClient database(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
    }
}
