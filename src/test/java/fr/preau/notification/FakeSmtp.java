package fr.preau.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/// A mail server with moods: `mood` may answer a command with a line of its own, or leave it (empty) to the good one.
final class FakeSmtp implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final UnaryOperator<String> mood;
    private final String extension;
    final List<String> accepted = new CopyOnWriteArrayList<>();
    /// The Message-ID of each letter it said it kept.
    final List<String> kept = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();

    FakeSmtp(UnaryOperator<String> mood) throws IOException {
        this(mood, "8BITMIME");
    }

    /// `extension` is one more thing it says it can do.
    FakeSmtp(UnaryOperator<String> mood, String extension) throws IOException {
        this.mood = mood;
        this.extension = extension;
        Thread.ofVirtual().start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                var visitor = door.accept();
                connections.incrementAndGet();
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
            say(visitor, "220 fake");
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                answer(visitor, in, line);
            }
        } catch (IOException _) {
            // the visitor left
        }
    }

    private void answer(Socket visitor, BufferedReader in, String line) throws IOException {
        var own = mood.apply(line);
        var command = line.toUpperCase(Locale.ROOT);
        if (!own.isEmpty()) {
            say(visitor, own);
        } else if (command.startsWith("EHLO")) {
            say(visitor, "250-fake\r\n250 " + extension);
        } else if (command.startsWith("DATA")) {
            say(visitor, "354 go on");
            keep(visitor, in);
        } else {
            if (command.startsWith("RCPT")) {
                accepted.add(line);
            }
            say(visitor, command.startsWith("QUIT") ? "221 bye" : "250 fine");
        }
    }

    private void keep(Socket visitor, BufferedReader in) throws IOException {
        var identity = "";
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                kept.add(identity);
                say(visitor, "250 kept");
                return;
            }
            identity = line.startsWith("Message-ID:") ? line : identity;
        }
    }

    private static void say(Socket visitor, String line) throws IOException {
        visitor.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        visitor.getOutputStream().flush();
    }
}
