package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Nothing larger than a form is read before it is known who sends it and that the route takes a file.
@PreauTest
class UploadTests {
    private static final String SCHOOLS = "/espace/administration/etablissements";

    @LocalServerPort
    private int port;

    @Value("${preau.data}")
    private Path data;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestPeople people;

    /// Two hundred megabytes are announced; a few kilobytes come, and the answer is there.
    @ParameterizedTest
    @ValueSource(strings = {"/connexion", "/", "/nope", "/api/evenements", SCHOOLS, "/espace/evenements/x/image"})
    void answersBeforeALargeFileOfAStrangerArrives(String address) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            send(socket, "POST " + address, "Content-Length: 209000000", part());

            assertThat(firstLine(socket)).as(address).containsPattern(" (302|403|404|413) ");
            assertThat(filesHalfReceived()).isZero();
        }
    }

    /// Without a length, reading stops where a form would.
    @Test
    void readsNoMoreThanAFormOfWhatAnnouncesNothing() throws IOException {
        try (var socket = new Socket("localhost", port)) {
            send(socket, "POST /connexion", "Transfer-Encoding: chunked", "");
            var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            var begin = part();
            socket.getOutputStream()
                    .write("%x\r\n%s\r\n".formatted(begin.length(), begin).getBytes(StandardCharsets.US_ASCII));
            try {
                for (var sent = 0; sent < 100; sent++) {
                    socket.getOutputStream().write(chunk);
                }
            } catch (IOException _) {
                // The connection is closed under what would not end.
            }
            assertThat(filesHalfReceived()).isZero();
        }
    }

    @Test
    void letsOnlyWhoMayOpenTheRouteSendAFile() {
        assertThat(send(people.pilot(), SCHOOLS)).as("a pilot").isIn(302, 422);
        assertThat(send(people.withoutRole(), SCHOOLS))
                .as("nobody in particular")
                .isEqualTo(403);
        assertThat(send(people.pilot(), "/espace/evenements/%s/image".formatted(UUID.randomUUID())))
                .as("no such event")
                .isEqualTo(404);
    }

    /// Three megabytes: more than a form, and the token of the form behind them.
    @Test
    void takesTheFileOfAPilotWhoseFormIsOurs() throws Exception {
        var pilot = people.pilot();
        try (var client = HttpClient.newHttpClient()) {
            var form = client.send(
                    HttpRequest.newBuilder(at(SCHOOLS))
                            .header("Cookie", TestPeople.COOKIE + "=" + pilot.cookie())
                            .build(),
                    BodyHandlers.ofString());
            var token = Jsoup.parse(form.body())
                    .select("form[enctype] input[name=_csrf]")
                    .attr("value");
            var cookie = form.headers().firstValue("Set-Cookie").orElse("none=").split(";", 2)[0];

            assertThat(sendFile(client, pilot, cookie, token)).isIn(302, 422);
            assertThat(sendFile(client, pilot, cookie, "forged")).isEqualTo(403);
            assertThat(filesHalfReceived()).isZero();
        }
    }

    private int sendFile(HttpClient client, SignedIn who, String cookie, String token) throws Exception {
        var body = part() + "z".repeat(3 << 20) + "\r\n--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
                + token + "\r\n--x--\r\n";
        var request = HttpRequest.newBuilder(at(SCHOOLS))
                .header("Cookie", "%s=%s; %s".formatted(TestPeople.COOKIE, who.cookie(), cookie))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private URI at(String path) {
        return URI.create("http://localhost:%d%s".formatted(port, path));
    }

    private int send(SignedIn who, String address) {
        return mvc.post()
                .uri(address)
                .multipart()
                .file(new MockMultipartFile("fichier", "a.csv", "text/csv", new byte[0]))
                .param("lock", "0")
                .with(who)
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static String part() {
        return "--x\r\nContent-Disposition: form-data; name=\"fichier\"; filename=\"a.csv\"\r\n\r\n" + "y".repeat(9000);
    }

    private static void send(Socket socket, String line, String length, String body) throws IOException {
        socket.setSoTimeout(10_000);
        socket.getOutputStream()
                .write("%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\n%s\r\n\r\n%s"
                        .formatted(line, length, body)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String firstLine(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
    }

    private long filesHalfReceived() throws IOException {
        try (var files = Files.walk(data.toAbsolutePath().resolve("uploads"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
