package fr.preau.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.database.DatabaseAlone;
import fr.preau.database.DatabaseState;
import fr.preau.database.DatabaseUnavailable;
import fr.preau.database.EmbeddedPostgres;
import fr.preau.database.ModuleMigrations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What a restoration refuses, and what it leaves behind when it does: nothing.
class RestorationTests {
    private static final String FULL = "whole";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;
    private static ConfigurableApplicationContext alone;
    private static ModuleMigrations migrations;

    private static int made;

    @BeforeAll
    static void start() {
        server = EmbeddedPostgres.start(folder, Map.of("fsync", "off"));
        alone = new SpringApplicationBuilder(DatabaseAlone.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=" + server.jdbcUrl(),
                        "--spring.datasource.username=" + server.username(),
                        "--spring.datasource.password=" + server.password());
        migrations = alone.getBean(ModuleMigrations.class);
        JdbcClient.create(of("postgres")).sql("create database " + FULL).update();
        migrations.migrate(of(FULL));
        person(of(FULL), "ada@example.org");
    }

    @AfterAll
    static void stop() {
        alone.close();
        server.close();
    }

    @Test
    void carriesOnFromTheVersionOfTheBackup() throws Exception {
        var old = empty();
        migrations.migrate(old, Map.of("__root", "1", "event", "4", "account", "2", "territory", "2"));
        person(old, "ada@example.org");
        var file = backup(old);

        var restored = empty();
        restore(file, restored);
        assertThat(people(restored)).isEqualTo(1);
        assertThat(
                        asks(
                                restored,
                                "select to_regclass('event.listing_globe_idx') is not null and to_regclass('event.listing_ll_to_earth_idx') is null"))
                .isTrue();
        assertThat(asks(restored, "select restored_at >= backup_at and released_at is null from timetable.restored"))
                .isTrue();
    }

    @Test
    void restoresTheBackupOfARestoredCopy() throws Exception {
        var first = empty();
        restore(backup(full()), first);
        JdbcClient.create(first)
                .sql("update timetable.restored set released_at = now()")
                .update();
        var second = empty();
        restore(backup(first), second);
        assertThat(asks(second, "select released_at is null from timetable.restored"))
                .isTrue();
    }

    @Test
    void takesJournalsThatMayNotBeEmptied() throws Exception {
        var original = full();
        JdbcClient.create(original).sql("""
                        insert into account.journal (at, action, role, place, place_name, actor_mail, subject_mail)
                        values (now(), 'GRANTED', 'PILOT', '', '', 'a', 'b')""").update();
        var restored = empty();
        restore(backup(original), restored);
        assertThatThrownBy(() -> JdbcClient.create(restored)
                        .sql("delete from account.journal")
                        .update())
                .hasMessageContaining("only added to");
        assertThat(JdbcClient.create(restored).sql("""
                        insert into account.journal (at, action, role, place, place_name, actor_mail, subject_mail)
                        values (now(), 'GRANTED', 'PILOT', '', '', 'a', 'b') returning id""").query(Long.class).single())
                .isEqualTo(2);
    }

    @Test
    void refusesWhatANewerPreauWrote() throws Exception {
        var newer = full();
        JdbcClient.create(newer).sql("""
                        insert into flyway_schema_history_event
                        values (99, '999', 'later', 'SQL', 'V999__later.sql', 1, 'preau', now(), 1, true)""").update();
        refuse(backup(newer), "version plus récente de Préau");
        refuse(changed(backup(full()), words -> words.replace("\"format\" : 1", "\"format\" : 2")), "plus récente");
    }

    @Test
    void refusesAMigrationThatIsNotTheSame() throws Exception {
        var other = full();
        JdbcClient.create(other)
                .sql("update flyway_schema_history_event set checksum = 1 where version = '2'")
                .update();
        refuse(backup(other), "La migration V2 du module event");
    }

    @Test
    void refusesAFileCutShortOrDamagedOrForeign() throws Exception {
        var file = backup(full());
        var bytes = Files.readAllBytes(file);
        for (var length : new int[] {0, 10, bytes.length / 2, bytes.length - 1}) {
            refuse(Files.write(file, java.util.Arrays.copyOf(bytes, length)), "abîmé ou incomplet");
        }
        refuse(Files.writeString(file, "a,b\n1,2\n"), "abîmé ou incomplet");
        Files.write(file, bytes);
        refuse(rows(file, "account.person", words -> words.replace("ada", "eve")), "abîmé ou incomplet");
        Files.write(file, bytes);
        refuse(changed(file, words -> words.replace("\"rows\" : 1,", "\"rows\" : 2,")), "abîmé ou incomplet");
        refuse(changed(file, _ -> "null"), "abîmé ou incomplet");
        refuse(folder.resolve("nothing.zip"), "n'existe pas");
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() throws Exception {
        var file = backup(full());
        var full = full();
        assertThatThrownBy(() -> restore(file, full)).hasMessageContaining("n'est pas vide");
        var foreign = empty();
        JdbcClient.create(foreign).sql("create table public.theirs (id int)").update();
        assertThatThrownBy(() -> restore(file, foreign)).hasMessageContaining("n'est pas vide");
        assertThat(asks(foreign, "select to_regclass('public.theirs') is not null"))
                .isTrue();
    }

    /// Rows that no platform could have written: the keys between tables are checked again.
    @Test
    void takesAwayWhatFailed() throws Exception {
        var original = full();
        JdbcClient.create(original)
                .sql("alter table account.membership drop constraint membership_person_id_fkey")
                .update();
        JdbcClient.create(original)
                .sql("alter table account.membership drop constraint membership_organisation_id_fkey")
                .update();
        JdbcClient.create(original)
                .sql("insert into account.membership values (gen_random_uuid(), gen_random_uuid(), now())")
                .update();
        var target = empty();
        var file = backup(original);
        assertThatThrownBy(() -> restore(file, target)).hasMessageContaining("La restauration s'est arrêtée");
        restore(backup(full()), target);
        assertThat(people(target)).isEqualTo(1);
    }

    @Test
    void beginsAnewWhereOneWasKilled() throws Exception {
        var target = full();
        JdbcClient.create(target)
                .sql("create table " + DatabaseState.UNFINISHED + " (since timestamptz)")
                .update();
        assertThatThrownBy(() -> new DatabaseState(target).refuseUnfinished())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("n'est pas allée à son terme");
        person(target, "left@example.org");
        restore(backup(full()), target);
        assertThat(people(target)).isEqualTo(1);
        new DatabaseState(target).refuseUnfinished();
    }

    @Test
    void leavesOutNoTableButThoseOfTheMoment() throws Exception {
        var original = full();
        try (var backup = BackupFile.open(backup(original))) {
            var inIt = backup.manifest().tables().stream()
                    .map(entry -> entry.table().title())
                    .toList();
            assertThat(JdbcClient.create(original).sql("""
                            select schemaname || '.' || tablename from pg_tables
                            where schemaname not in ('pg_catalog', 'information_schema')
                                and tablename not like 'flyway\\_%'""").query(String.class).set())
                    .containsAll(inIt)
                    .allMatch(table -> inIt.contains(table) || Layout.LEFT.contains(table));
        }
    }

    @Test
    void sayThatThereIsNothingToBackUp() {
        var nothing = empty();
        assertThatThrownBy(() -> backup(nothing)).hasMessageContaining("ne contient pas Préau");
        assertThat(folder.resolve("backup%d.zip.partial".formatted(made))).doesNotExist();
    }

    private void refuse(Path file, String words) {
        var target = empty();
        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(words);
        assertThat(asks(target, "select count(*) = 0 from pg_tables where schemaname !~ '^(pg_|information_schema)'"))
                .isTrue();
    }

    private static void restore(Path file, DataSource target) throws Refused, IOException {
        try (var backup = BackupFile.open(file)) {
            new Restoration(target, migrations).restore(backup);
        }
    }

    private static Path backup(DataSource original) throws Refused {
        var file = folder.resolve("backup%d.zip".formatted(++made));
        new BackupWriter(original, "test").write(file);
        return file;
    }

    /// The same file, whose manifest says something else.
    private static Path changed(Path file, UnaryOperator<String> change) throws IOException {
        return entry(file, BackupWriter.MANIFEST, change);
    }

    private static Path rows(Path file, String table, UnaryOperator<String> change) throws IOException {
        return entry(file, "tables/" + table, change);
    }

    private static Path entry(Path file, String path, UnaryOperator<String> change) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            var entry = zip.getPath(path);
            var words = Files.readString(entry);
            var others = change.apply(words);
            assertThat(others).isNotEqualTo(words);
            Files.writeString(entry, others, StandardCharsets.UTF_8);
        }
        return file;
    }

    private static DataSource empty() {
        return database("template1");
    }

    private static DataSource full() {
        return database(FULL);
    }

    private static DataSource database(String template) {
        var name = "base" + ++made;
        JdbcClient.create(of("postgres"))
                .sql("create database %s template %s".formatted(name, template))
                .update();
        return of(name);
    }

    private static void person(DataSource database, String mail) {
        JdbcClient.create(database)
                .sql("insert into account.person (id, mail, created_at) values (gen_random_uuid(), ?, now())")
                .param(mail)
                .update();
    }

    private static long people(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from account.person")
                .query(Long.class)
                .single();
    }

    private static boolean asks(DataSource database, String question) {
        return JdbcClient.create(database).sql(question).query(Boolean.class).single();
    }

    private static DataSource of(String name) {
        return new DriverManagerDataSource(
                server.jdbcUrl().replaceAll("/[a-z0-9]+$", "/" + name), server.username(), server.password());
    }
}
