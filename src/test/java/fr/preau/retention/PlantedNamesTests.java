package fr.preau.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.PreauTest;
import fr.preau.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Names planted through every form there is are nowhere once their time is over: in no table, no file, no log. A new
/// column that can hold words must say how (`columns.txt`), or this fails.
@PreauTest
@ExtendWith(OutputCaptureExtension.class)
class PlantedNamesTests {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Planting planting;

    @Autowired
    private Night night;

    @Autowired
    private Promises promises;

    @Autowired
    private SettableClock clock;

    @AfterEach
    void putTheClockBack() {
        clock.reset();
    }

    @Test
    void everyColumnThatHoldsWordsSaysHowItForgets() {
        assertThat(WordColumns.explained().keySet())
                .as("explain each column in src/test/resources/fr/preau/columns.txt")
                .containsExactlyInAnyOrderElementsOf(new WordColumns(jdbc).all());
        assertThat(WordColumns.explained())
                .allSatisfy((column, how) ->
                        assertThat(how).as(column).matches(it -> codes().contains(it) || it.matches("- .{4,}")));
    }

    @Test
    void leavesNoPlantedNameAnywhere(CapturedOutput log) throws IOException {
        var columns = new WordColumns(jdbc);
        var word = planting.plant();
        await().atMost(Duration.ofSeconds(20)).until(() -> planting.lettersLeft(word));
        assertThat(columns.holding(word))
                .as("planted in every column that a promise empties")
                .containsAll(promised());

        planting.letTheJournalGrowOld(word);
        nights(Duration.ofDays(45));
        assertThat(columns.holding(word))
                .as("a month and a half after the event")
                .noneMatch(column -> column.matches("registration\\.registration\\..*|notification\\..*"));

        planting.keepEverybodyElse(word);
        nights(Duration.ofDays(2 * 366));
        nights(Duration.ofDays(40));
        // The accounts were removed last night: the journal says so for a year, a last letter for a month.
        planting.letTheJournalGrowOld(word);
        nights(Duration.ofDays(40));
        // What a class met is kept five school years.
        nights(Duration.ofDays(5 * 366));
        planting.letTheJournalGrowOld(word);
        nights(Duration.ofDays(40));

        assertThat(columns.holding(word)).isEmpty();
        assertThat(columns.tablesHolding(word)).isEmpty();
        assertThat(filesHolding(word)).isEmpty();
        assertThat(log.getAll().toLowerCase(Locale.ROOT)).doesNotContain(word);
    }

    /// Time passes, then the night.
    private void nights(Duration later) {
        clock.advance(later);
        assertThat(night.run()).allMatch(line -> line.rows().isPresent());
    }

    private Set<String> codes() {
        return promises.byCode().stream().map(Retention::code).collect(Collectors.toSet());
    }

    private List<String> promised() {
        return WordColumns.explained().entrySet().stream()
                .filter(one -> !one.getValue().startsWith("-"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// What the platform writes beside its database: the data folder and its server's log, uploads under way. The
    /// files of PostgreSQL itself are looked at once it has let go of the rows it deleted, its journal aside: it is
    /// written over in its own time (decision 018).
    private List<Path> filesHolding(String word) throws IOException {
        jdbc.sql("""
                        select table_schema || '.' || table_name as it from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """)
                .query((row, _) -> row.getString("it"))
                .list()
                .forEach(table -> jdbc.sql("vacuum (full) " + table).update());
        jdbc.sql("vacuum (full) pg_catalog.pg_statistic").update();
        jdbc.sql("checkpoint").update();
        var cluster = jdbc.sql("show data_directory").query(String.class).single();
        var home = Objects.requireNonNull(Path.of(cluster).getParent());
        return Stream.concat(Stream.of(home), uploads().stream())
                .flatMap(folder -> filesUnder(folder).stream())
                .filter(path -> holds(path, word))
                .toList();
    }

    /// Where Tomcat puts uploads under way.
    private static List<Path> uploads() throws IOException {
        try (var temporary = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "tomcat.*")) {
            return StreamSupport.stream(temporary.spliterator(), false).toList();
        }
    }

    /// All but PostgreSQL's programs and journal; files come and go under it.
    private static List<Path> filesUnder(Path folder) {
        var files = new ArrayList<Path>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes its) {
                    return directory.toString().matches(".*/(pg_wal|bin|lib|share)")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
                    if (its.isRegularFile()) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                    if (why instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw why;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
