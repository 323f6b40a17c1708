import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/// Someone who registers adults, over one connection kept open: the form once, for its CSRF token and cookie, then
/// POSTs. As little work as HTTP allows, since it shares the machine with what it measures.
final class Browser implements AutoCloseable {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?im)^set-cookie: (XSRF-TOKEN=[^;]+)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: (\\d+)");

    /// A server keeps a connection for a hundred requests, then asks for a new one.
    private static final Pattern CLOSING = Pattern.compile("(?im)^connection: close");

    private final int port;
    private Socket socket;
    private InputStream in;
    private final String cookie;
    private final String token;

    Browser(int port, String form) throws IOException {
        this.port = port;
        socket = connect(port);
        in = new BufferedInputStream(socket.getInputStream(), 16384);
        var answer = exchange("GET %s?comme=adulte HTTP/1.1\r\nHost: localhost\r\n\r\n".formatted(form));
        var csrf = TOKEN.matcher(answer);
        var set = COOKIE.matcher(answer);
        if (!csrf.find() || !set.find()) {
            throw new IOException("no form: " + answer.lines().findFirst().orElse(""));
        }
        token = csrf.group(1);
        cookie = set.group(1);
    }

    /// The status of the answer: 302 when the registration is confirmed.
    int register(String form) throws IOException {
        var body = "_csrf=%s&jeton=%s&comme=adulte&prenom=Camille&nombre=1&courriel=%s%%40example.org"
                .formatted(URLEncoder.encode(token, StandardCharsets.UTF_8), UUID.randomUUID(), UUID.randomUUID());
        var answer = exchange("""
                POST %s HTTP/1.1
                Host: localhost
                Cookie: %s
                Content-Type: application/x-www-form-urlencoded
                Content-Length: %d

                %s""".formatted(form, cookie, body.length(), "").replace("\n", "\r\n") + body);
        return Integer.parseInt(answer.substring(9, 12));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String exchange(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            var octet = in.read();
            if (octet < 0) {
                throw new IOException("the connection was closed");
            }
            head.append((char) octet);
        }
        var length = LENGTH.matcher(head);
        var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        if (CLOSING.matcher(head).find()) {
            socket.close();
            socket = connect(port);
            in = new BufferedInputStream(socket.getInputStream(), 16384);
        }
        return head + new String(body, StandardCharsets.UTF_8);
    }

    private static Socket connect(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        return socket;
    }
}
