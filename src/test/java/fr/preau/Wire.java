package fr.preau;

import fr.preau.account.SignedIn;
import fr.preau.account.TestPeople;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;

/// HTTP as it travels, to a platform that listens on a port: for what no well-behaved client sends.
final class Wire implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String cookies;
    private final String csrf;

    private Wire(int port, String cookies, String csrf) {
        this.port = port;
        this.cookies = cookies;
        this.csrf = csrf;
    }

    /// Signed in as this person, with the token that forms carry.
    static Wire as(SignedIn person, int port) throws IOException, InterruptedException {
        var session = TestPeople.COOKIE + "=" + person.cookie();
        try (var plain = new Wire(port, session, "")) {
            var page = plain.get("/accessibilite");
            var token = Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
            // Where MockMvc has been asked for a token before, the application keeps them in sessions.
            var cookie = page.headers().allValues("set-cookie").stream()
                    .filter(one -> one.startsWith("XSRF-TOKEN="))
                    .map(one -> "; " + one.substring(0, one.indexOf(';')))
                    .findFirst()
                    .orElse("");
            return new Wire(port, session + cookie, token);
        }
    }

    String csrf() {
        return csrf;
    }

    HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(address)));
    }

    HttpResponse<String> post(String address, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(address))
                .header("Content-Type", type)
                .header("X-XSRF-TOKEN", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.ISO_8859_1)));
    }

    HttpResponse<String> method(String method, String address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(address))
                .header("X-XSRF-TOKEN", csrf)
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /// Sends these very bytes, and returns everything that came back.
    String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.header("Cookie", cookies).build(), BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create("http://localhost:" + port + address);
    }
}
