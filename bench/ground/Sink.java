package ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/// A mail server that takes everything, and waits so long before its reply to DATA. It notes under which Message-ID
/// each recipient got letters, and how often.
public final class Sink implements AutoCloseable {
    private final ServerSocket door;
    private final Map<String, Map<String, AtomicInteger>> received = new ConcurrentHashMap<>();
    private volatile int millis;

    public Sink(int millis) throws IOException {
        this(millis, 0);
    }

    /// `port` 0 takes any that is free.
    public Sink(int millis, int port) throws IOException {
        this.door = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        this.millis = millis;
        Thread.ofVirtual().start(this::welcome);
    }

    public int port() {
        return door.getLocalPort();
    }

    public void answersAfter(int wait) {
        millis = wait;
    }

    /// Recipients who got at least one letter.
    public int recipients() {
        return received.size();
    }

    /// The identities of all letters it took: what stands before the `@` of their Message-ID.
    public Set<String> identities() {
        return received.values().stream()
                .flatMap(identities -> identities.keySet().stream())
                .collect(Collectors.toSet());
    }

    /// Second letters of recipients who are due one: another Message-ID.
    public int doubled() {
        return received.values().stream().mapToInt(identities -> identities.size() - 1).sum();
    }

    /// Letters that came again under the Message-ID they had.
    public int again() {
        return received.values().stream()
                .flatMap(identities -> identities.values().stream())
                .mapToInt(times -> times.get() - 1)
                .sum();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                visitor.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> talk(visitor));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Socket visitor) {
        try (visitor;
                var in = new BufferedReader(
                        new InputStreamReader(visitor.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(visitor, "220 sink");
            var recipient = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var command = line.length() < 4 ? line : line.substring(0, 4);
                switch (command) {
                    case "RCPT" -> recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                    case "DATA" -> take(visitor, in, recipient);
                    default -> {}
                }
                if (!command.equals("DATA")) {
                    say(visitor, command.equals("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException | InterruptedException _) {
            // the visitor left
        }
    }

    private void take(Socket visitor, BufferedReader in, String recipient) throws IOException, InterruptedException {
        Thread.sleep(millis);
        say(visitor, "354 go on");
        var identity = "";
        for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            identity = line.startsWith("Message-ID: <") ? line.substring(13, line.indexOf('@')) : identity;
        }
        received.computeIfAbsent(recipient, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(identity, _ -> new AtomicInteger())
                .incrementAndGet();
        say(visitor, "250 kept");
    }

    private static void say(Socket visitor, String line) throws IOException {
        visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
}
