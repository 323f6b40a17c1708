package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// People whose network is slow, or who mean harm, hold a connection of the server and nothing that others wait for.
@PreauTest
class SlowVisitorsTests {
    /// More than there are places to write, places in the queue and connections to the database.
    private static final int MANY = 120;

    /// A thousand characters are announced, nine come.
    private static final String BEGINNING = """
            POST /connexion HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 1000\r
            \r
            courriel=""";

    @LocalServerPort
    private int port;

    @Test
    void leaveRoomForOthersWhileTheirFormsArrive() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var client = HttpClient.newHttpClient()) {
            for (var one = 0; one < MANY; one++) {
                var socket = new Socket("localhost", port);
                slow.add(socket);
                socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            }

            var written = client.send(
                    HttpRequest.newBuilder(address())
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("courriel=a"))
                            .build(),
                    BodyHandlers.ofString());
            var read = client.send(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofString());

            assertThat(written.statusCode()).as("a form without its token").isEqualTo(403);
            assertThat(read.statusCode()).isEqualTo(200);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    private URI address() {
        return URI.create("http://localhost:%d/connexion".formatted(port));
    }
}
