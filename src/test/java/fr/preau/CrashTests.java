package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.preau.database.EmbeddedPostgres;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `kill -9` in the middle of registrations: each one that was acknowledged is there at the next start, and every seat
/// taken belongs to a registration.
class CrashTests {
    private static final int VISITORS = 8;

    @TempDir
    private Path data;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void keepsEveryAcknowledgedRegistrationThroughKills() throws Exception {
        try (var first =
                Launched.on(data, "--spring.profiles.active=demonstration").open()) {
            registerUntil(first, 40, first::kill);
        }
        // PostgreSQL itself is still running, an orphan: the next start must cope.
        try (var second =
                Launched.on(data, "--spring.profiles.active=demonstration").open()) {
            assertNothingLost(joined());
            registerUntil(second, acknowledged.size() + 40, () -> {
                second.kill();
                killPostgres();
            });
        }
        // Now its postmaster.pid names a process that is no more.
        try (var third = EmbeddedPostgres.start(data, Map.of())) {
            assertNothingLost(database(third));
        }
    }

    private void registerUntil(Launched platform, int enough, Killing kill) throws Exception {
        var session = sessionPage(joined());
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < VISITORS; i++) {
                send(visitors, platform, session);
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> acknowledged.size() >= enough);
            kill.now();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(enough);
    }

    private interface Killing {
        void now() throws Exception;
    }

    private void send(ExecutorService visitors, Launched platform, String session) {
        visitors.execute(() -> {
            try (var client =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
                while (register(client, platform.address() + session)) {
                    // Until the platform is gone.
                }
            }
        });
    }

    /// Whether there is still someone to answer.
    private boolean register(HttpClient client, String page) {
        var mail = "crash-%s@example.org".formatted(UUID.randomUUID());
        try {
            var form = client.send(
                    HttpRequest.newBuilder(URI.create(page + "?comme=adulte")).build(), BodyHandlers.ofString());
            var answer = post(client, page, form.body(), mail);
            if (answer.statusCode() / 100 == 3) {
                acknowledged.add(mail);
            }
            return true;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static HttpResponse<String> post(HttpClient client, String page, String form, String mail)
            throws IOException, InterruptedException {
        var fields = Jsoup.parse(form).select("main form input[type=hidden]").stream()
                .collect(Collectors.toMap(input -> input.attr("name"), input -> input.attr("value")));
        fields.putAll(Map.of("prenom", "Camille", "courriel", mail, "nombre", "2"));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    /// The registration page of the session with the most seats left, made larger.
    private static String sessionPage(JdbcClient database) {
        var session = database.sql("""
                        update event.session set capacity = 10000
                        where id = (
                            select session.id from event.session join event.listing using (event_id)
                            where not session.cancelled and not listing.cancelled and starts_at > now() + interval '1 hour'
                                and format <> 'AT_SCHOOL'
                            order by session.capacity - session.taken desc, session.id limit 1)
                        returning event_id, id
                        """).query().singleRow();
        return "/evenements/%s/seances/%s/inscription".formatted(session.get("event_id"), session.get("id"));
    }

    private void assertNothingLost(JdbcClient database) {
        var kept = new HashSet<>(database.sql("""
                        select mail from registration.registration where cancelled_at is null
                        """).query(String.class).list());
        assertThat(kept).containsAll(acknowledged);
        assertThat(database.sql("""
                        select session.id, session.taken, coalesce(sum(registration.seats), 0) as held
                        from event.session left join registration.registration
                            on session_id = session.id and cancelled_at is null
                        group by session.id
                        having session.taken <> coalesce(sum(registration.seats), 0)
                        """).query().listOfRows())
                .as("sessions whose seats are not accounted for")
                .isEmpty();
    }

    private JdbcClient joined() {
        return database(EmbeddedPostgres.startOrAttach(data, Map.of()));
    }

    private static JdbcClient database(EmbeddedPostgres server) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.username(), server.password()));
    }

    private void killPostgres() throws Exception {
        var pid = Files.readAllLines(data.resolve("postgresql").resolve("postmaster.pid"))
                .getFirst();
        var server = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }
}
