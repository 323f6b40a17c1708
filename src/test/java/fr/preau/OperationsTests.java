package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

/// What those who run the platform count on: figures on a port of their own, and a log that may be shown to anyone.
@PreauTest
@ExtendWith(OutputCaptureExtension.class)
class OperationsTests {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new java.net.CookieManager()).build();
    private final int port;
    private final int management;

    @Autowired
    OperationsTests(Environment settings) {
        this.port = settings.getRequiredProperty("local.server.port", Integer.class);
        this.management = settings.getRequiredProperty("local.management.port", Integer.class);
    }

    @Test
    void tellsItsHealthAndFiguresOnTheManagementPort() throws Exception {
        assertThat(get(management, "/actuator/health"))
                .returns(200, HttpResponse::statusCode)
                .satisfies(answer -> assertThat(answer.body()).contains("\"outbox\"", "oldestSeconds"));
        assertThat(get(management, "/actuator/metrics/preau.mail.waiting").body())
                .contains("VALUE");
        assertThat(get(management, "/actuator/metrics/preau.mail.oldest").body())
                .contains("VALUE");
        assertThat(get(management, "/actuator/env").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsNothingOfItOnThePublicPort() throws Exception {
        for (var path : new String[] {"/actuator", "/actuator/health", "/actuator/metrics", "/actuator/info"}) {
            assertThat(get(port, path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void listensForManagementOnLoopbackOnly() throws Exception {
        for (var address : addresses()) {
            assertThat(answers(address, management)).as(address.toString()).isEqualTo(address.isLoopbackAddress());
        }
    }

    @Test
    void keepsWhatPeopleTypeOutOfTheLog(CapturedOutput output) throws Exception {
        var planted = "planted-" + UUID.randomUUID();
        var mail = planted + "@example.fr";
        get(port, "/evenements?q=" + planted + "&rayon=" + planted + "&page=" + planted);
        get(port, "/etablissements/recherche?q=" + planted);
        get(port, "/inscriptions/" + planted);
        get(port, "/" + planted);
        post(
                "/connexion",
                Map.of(
                        "courriel",
                        mail,
                        "vers",
                        "/espace?" + planted,
                        "jeton",
                        UUID.randomUUID().toString()));
        post("/connexion/lien", Map.of("token", planted, "lien", planted, "cle", planted));
        post("/confirmation/" + planted, Map.of("nom", planted));
        post("/api/evenements", Map.of("nom", planted));

        assertThat(output.getAll()).doesNotContain(planted);
    }

    @Test
    void saysNothingOfVisitorsWhoHangUp(CapturedOutput output) throws Exception {
        for (var time = 0; time < 60; time++) {
            hangUp(management, "/actuator/health", time);
            hangUp(management, "/actuator/metrics", time);
            hangUp(port, "/accessibilite", time);
            hangUp(port, "/vie-privee", time);
            hangUp(port, "/evenements.csv", time);
            hangUp(port, "/preau.css", time);
        }
        Thread.sleep(java.time.Duration.ofMillis(500));
        assertThat(output.getAll()).doesNotContain("\tat ", " ERROR ");
    }

    /// Asks, and is gone some moments later, without reading: whatever is written then is refused.
    private static void hangUp(int port, String path, int moments) throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write("GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .formatted(path)
                            .repeat(20)
                            .getBytes(StandardCharsets.US_ASCII));
            Thread.sleep(java.time.Duration.ofNanos(moments * 100_000L));
        }
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(port, path)).GET());
    }

    private void post(String path, Map<String, String> fields) throws Exception {
        var page = CSRF.matcher(get(port, "/connexion").body());
        var token = page.find() ? page.group(1) : "";
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(
                        "&", "_csrf=%s&".formatted(URLEncoder.encode(token, StandardCharsets.UTF_8)), ""));
        send(HttpRequest.newBuilder(uri(port, path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(int port, String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    }

    private static java.util.List<InetAddress> addresses() throws SocketException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof java.net.Inet4Address)
                .toList();
    }

    private static boolean answers(InetAddress address, int port) {
        try (var _ = new Socket(address, port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
