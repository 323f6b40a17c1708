package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;

/// Visitors who look, register, bring a class and give seats back, all at once, and what they were told.
final class RushLoad {
    private static final int VISITORS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Last words of the links that answers led to: a class's key, another's form.
    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    /// Sent, and never answered: either may be true.
    final Set<String> unsure = ConcurrentHashMap.newKeySet();
    final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    private final Queue<String> mayCancel = new ConcurrentLinkedQueue<>();

    /// `session` is the address of the form; `signIn` the secret of a link that signs a teacher of `school` in.
    record Place(String address, String session, String signIn, String school) {}

    /// What a test does in the middle of it.
    interface Disaster {
        void strike() throws Exception;
    }

    /// Until so many more registrations are acknowledged; then disaster strikes, in the middle of others. Ends once
    /// the platform is gone.
    void run(Place place, int enough, Disaster disaster) throws Exception {
        var before = acknowledged.size();
        try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
            visitors.execute(() -> come(place, true));
            for (var visitor = 1; visitor < VISITORS; visitor++) {
                come(place, visitors);
            }
            awaitMore(before + enough);
            disaster.strike();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(before + enough);
    }

    void awaitMore(int total) {
        await().atMost(PATIENCE).until(() -> acknowledged.size() >= total);
    }

    private void come(Place place, ExecutorService visitors) {
        visitors.execute(() -> come(place, false));
    }

    private void come(Place place, boolean teacher) {
        try (var client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build()) {
            if (teacher) {
                signIn(client, place);
            }
            while (true) {
                visit(client, place, teacher);
            }
        } catch (IOException _) {
            // The platform is gone, and so is the visitor.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(HttpClient client, Place place, boolean teacher) throws IOException, InterruptedException {
        var dice = ThreadLocalRandom.current().nextInt(10);
        if (teacher) {
            register(client, place, "classe", schoolClass(place));
        } else if (dice < 6) {
            register(client, place, "adulte", Map.of("prenom", "Camille", "courriel", mail(), "nombre", "2"));
        } else if (dice < 8) {
            cancel(client, place);
        } else {
            get(client, place.address() + "/evenements");
        }
    }

    private void signIn(HttpClient client, Place place) throws IOException, InterruptedException {
        var page = get(client, place.address() + "/connexion");
        var fields = hidden(page);
        fields.put("token", place.signIn());
        post(client, place.address() + "/connexion/lien", fields);
    }

    private void register(HttpClient client, Place place, String way, Map<String, String> typed)
            throws IOException, InterruptedException {
        var page = place.address() + place.session();
        var form = get(client, page + "?comme=" + way);
        if (form.statusCode() == 200) {
            var fields = hidden(form);
            fields.putAll(typed);
            var answer = post(client, page, fields);
            var link = answer.headers().firstValue("Location").orElse("");
            if (link.contains("/inscriptions/") || link.contains("/envoi/")) {
                acknowledged.add(key(link));
                mayCancel.add(URI.create(link).getPath());
            }
        }
    }

    private static String key(String link) {
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private void cancel(HttpClient client, Place place) throws IOException, InterruptedException {
        var link = mayCancel.poll();
        if (link == null) {
            return;
        }
        var key = key(link);
        unsure.add(key);
        var page = place.address() + link + "/annulation";
        var form = get(client, link.contains("/envoi/") ? place.address() + link : page);
        if (form.statusCode() == 200 && post(client, page, hidden(form)).statusCode() / 100 == 3) {
            cancelled.add(key);
        }
    }

    private HttpResponse<String> get(HttpClient client, String address) throws IOException, InterruptedException {
        return send(client, HttpRequest.newBuilder(URI.create(address)));
    }

    private HttpResponse<String> post(HttpClient client, String address, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                client,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        var answer = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        statuses.add(answer.statusCode());
        if (answer.statusCode() == 429 || answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            Thread.sleep(50);
        }
        return answer;
    }

    private static Map<String, String> hidden(HttpResponse<String> page) {
        return new HashMap<>(Jsoup.parse(page.body()).select("main form input[type=hidden]").stream()
                .collect(Collectors.toMap(
                        input -> input.attr("name"), input -> input.attr("value"), (first, _) -> first)));
    }

    private static Map<String, String> schoolClass(Place place) {
        return Map.of(
                "etablissement",
                place.school(),
                "classe",
                UUID.randomUUID().toString(),
                "niveau",
                "SECONDE",
                "effectif.eleves",
                "24",
                "effectif.filles",
                "",
                "effectif.accompagnateurs",
                "2",
                "effectif.besoins",
                "");
    }

    private static String mail() {
        return "crash-%s@example.org".formatted(UUID.randomUUID());
    }
}
