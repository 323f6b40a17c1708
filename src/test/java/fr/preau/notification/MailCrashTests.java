package fr.preau.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.Launched;
import fr.preau.database.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `kill -9` of one of two nodes while letters leave through a slow mail server.
class MailCrashTests {
    private static final int LETTERS = 150;
    private static final int HANDS = 8;
    /// Whether this conversation is about the slow letter: each has a thread of its own.
    private static final ThreadLocal<Boolean> SLOW = new ThreadLocal<>();

    @TempDir
    private Path folder;

    @Test
    void sendsEveryLetterWithinAMinuteOfAKillAndNeverRobsALiveWorker() throws Exception {
        try (var sink = new FakeSmtp(MailCrashTests::slowly);
                var server = EmbeddedPostgres.start(folder.resolve("data"), Map.of());
                var killed = node(server, "first", sink).open();
                var alive = node(server, "second", sink).open()) {
            var database = JdbcClient.create(
                    new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
            write(database, "ordinaire", LETTERS);
            await().atMost(Duration.ofMinutes(1)).until(() -> sink.kept.size() > 2 * HANDS);

            killed.kill();
            await().atMost(Duration.ofMinutes(1)).until(() -> left(database) == 0);

            assertThat(new HashSet<>(sink.kept))
                    .as("one Message-ID a letter, none lost")
                    .hasSize(LETTERS);
            assertThat(sink.kept.size() - LETTERS)
                    .as("twice, at most one for each dead hand")
                    .isLessThanOrEqualTo(HANDS);

            var before = sink.kept.size();
            try (var back = node(server, "first", sink).open()) {
                write(database, "lent", 1);
                await().atMost(Duration.ofMinutes(2)).until(() -> left(database) == 0);
                assertThat(sink.kept).as("longer than a lease, carried once").hasSize(before + 1);
                assertThat(back.errors() + alive.errors()).doesNotContain("look at the outbox failed");
            }
        }
    }

    private Launched node(EmbeddedPostgres server, String name, FakeSmtp sink) throws Exception {
        return Launched.node(
                server,
                folder.resolve(name),
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.port(),
                "--preau.mail.workers=" + HANDS);
    }

    /// Half a second each; the slow one is answered nineteen seconds after RCPT and as many after DATA.
    private static String slowly(String line) {
        try {
            if (line.startsWith("RCPT")) {
                SLOW.set(line.contains("lent-"));
            }
            var slow = Boolean.TRUE.equals(SLOW.get());
            if (line.equals("DATA") || (slow && line.startsWith("RCPT"))) {
                Thread.sleep(slow ? 19_000 : 500);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "";
    }

    private static void write(JdbcClient database, String name, int letters) {
        database.sql("""
                insert into notification.message
                    (id, kind, recipient, subject, text, html, priority, created_at, state)
                select gen_random_uuid(), 'ROLE', :name || '-' || n || '@d' || n || '.fr', 'Un courrier', 'Bonjour', '<p>Bonjour',
                    2, now(), 'WAITING'
                from generate_series(1, :letters) as n
                """).param("name", name).param("letters", letters).update();
    }

    private static int left(JdbcClient database) {
        return database.sql("select count(*)::int from notification.message where state <> 'SENT'")
                .query(Integer.class)
                .single();
    }
}
