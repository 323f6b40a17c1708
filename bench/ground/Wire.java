package ground;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// HTTP over one connection kept open, with as little work as HTTP allows, since it shares the machine with what it
/// measures.
public final class Wire implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    /// The server closes a connection that nobody used for twenty seconds: browsers leave it before.
    private static final long IDLE_NANOS = 10_000_000_000L;
    private static final byte[] END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final byte[] buffer = new byte[32_768];
    private Socket socket;
    private long lastUsed = System.nanoTime();
    private int start;
    private int end;

    public Wire(int port) throws IOException {
        this.port = port;
        this.socket = connect();
    }

    /// What came back. `headers` are as they travelled, lower case names first.
    public record Answer(int status, String headers, byte[] bytes) {
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /// Null when there is none.
        public String header(String name) {
            return values(name).stream().findFirst().orElse(null);
        }

        public List<String> values(String name) {
            var prefix = name + ":";
            var found = new ArrayList<String>();
            for (var line : headers.split("\r\n")) {
                if (line.regionMatches(true, 0, prefix, 0, prefix.length())) {
                    found.add(line.substring(prefix.length()).strip());
                }
            }
            return found;
        }
    }

    public Answer get(String path, String cookies) throws IOException {
        return send("GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n".formatted(path, cookie(cookies)));
    }

    public Answer post(String path, String cookies, String form) throws IOException {
        return send(
                "POST %s HTTP/1.1\r\nHost: localhost\r\n%sContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(path, cookie(cookies), form.length(), form));
    }

    private static String cookie(String cookies) {
        return cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n";
    }

    private Answer send(String request) throws IOException {
        if (System.nanoTime() - lastUsed > IDLE_NANOS) {
            renew();
        }
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        var headers = headers();
        var answer = new Answer(Integer.parseInt(headers.substring(9, 12)), headers, body(headers));
        if (headers.contains("\r\nConnection: close")) {
            // A server keeps a connection for so many requests, then asks for a new one.
            renew();
        }
        lastUsed = System.nanoTime();
        return answer;
    }

    private void renew() throws IOException {
        socket.close();
        socket = connect();
        start = end = 0;
    }

    private String headers() throws IOException {
        while (true) {
            var at = find();
            if (at >= 0) {
                var text = new String(buffer, start, at - start, StandardCharsets.ISO_8859_1);
                start = at + END.length;
                return text;
            }
            if (end == buffer.length) {
                throw new IOException("headers too long");
            }
            fill();
        }
    }

    private int find() {
        for (var at = start; at + END.length <= end; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at;
            }
        }
        return -1;
    }

    private byte[] body(String headers) throws IOException {
        var lower = headers.toLowerCase(Locale.ROOT);
        var length = lower.indexOf("\r\ncontent-length: ");
        if (length >= 0) {
            var to = lower.indexOf("\r\n", length + 2);
            return take(Integer.parseInt(
                    lower.substring(length + 18, to < 0 ? lower.length() : to).strip()));
        }
        if (!lower.contains("\r\ntransfer-encoding: chunked")) {
            return new byte[0];
        }
        var whole = new ByteArrayOutputStream();
        for (var size = chunk(); size > 0; size = chunk()) {
            whole.write(take(size));
            take(2);
        }
        take(2);
        return whole.toByteArray();
    }

    private int chunk() throws IOException {
        var line = new StringBuilder();
        for (var octet = one(); octet != '\n'; octet = one()) {
            line.append((char) octet);
        }
        return Integer.parseInt(line.toString().strip(), 16);
    }

    private int one() throws IOException {
        if (start == end) {
            fill();
        }
        return buffer[start++];
    }

    private byte[] take(int length) throws IOException {
        var taken = new byte[length];
        for (var have = 0; have < length; ) {
            if (start == end) {
                fill();
            }
            var part = Math.min(length - have, end - start);
            System.arraycopy(buffer, start, taken, have, part);
            have += part;
            start += part;
        }
        return taken;
    }

    private void fill() throws IOException {
        if (start == end) {
            start = end = 0;
        }
        var read = socket.getInputStream().read(buffer, end, buffer.length - end);
        if (read < 0) {
            throw new IOException("the connection was closed");
        }
        end += read;
    }

    private Socket connect() throws IOException {
        var made = new Socket();
        made.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        made.setTcpNoDelay(true);
        made.setSoTimeout(TIMEOUT_MILLIS);
        return made;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
