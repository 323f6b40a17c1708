package fr.preau;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The platform in a process of its own, as a person starts it: what a test of crashes and refusals needs.
final class Launched implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final int port;
    final Path log;
    private final Process process;

    private Launched(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// Starts it on this data folder, with these arguments more, on a free port unless they name one.
    static Launched on(Path data, String... arguments) throws IOException {
        var port = freePort();
        var named = List.of(arguments).stream().anyMatch(argument -> argument.startsWith("--server.port="));
        var words = new ArrayList<>(List.of("--preau.data=" + data.toAbsolutePath(), "--management.server.port=0"));
        if (!named) {
            words.add("--server.port=" + port);
        }
        words.addAll(Arrays.asList(arguments));
        return started(words, port, Map.of());
    }

    /// Runs a command of `script/preau`, with these variables more in its environment.
    static Launched command(Map<String, String> environment, String... words) throws IOException {
        return started(List.of(words), 0, environment);
    }

    private static Launched started(List<String> words, int port, Map<String, String> environment) throws IOException {
        var log = Files.createTempFile(Files.createDirectories(Path.of("target", "launched")), "run", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                mainClassPath(),
                "fr.preau.Preau"));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .redirectOutput(log.toFile())
                .redirectError(complaints(log).toFile());
        builder.environment().putAll(environment);
        return new Launched(builder.start(), port, log);
    }

    /// Waits until it answers pages.
    Launched open() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address() + "/accessibilite"))
                    .build();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> {
                if (!process.isAlive()) {
                    throw new AssertionError("it stopped: " + said());
                }
                try {
                    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
                } catch (IOException _) {
                    return false;
                }
            });
        }
        return this;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /// Waits until it gave up, and returns its exit code.
    int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("it still runs: " + said());
        }
        return process.exitValue();
    }

    /// What it wrote to standard error, but the Java machine's own warnings.
    String said() {
        try {
            return Files.readAllLines(complaints(log)).stream()
                    .filter(line -> !line.startsWith("WARNING:") && !line.contains("VM warning"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What its log says of errors: each line, and the lines of its causes.
    String errors() {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" ERROR ") || line.contains("Exception: "))
                    .limit(100)
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// `kill -9`.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path complaints(Path log) {
        return log.resolveSibling(log.getFileName() + ".err");
    }

    private static String mainClassPath() {
        var whole = Objects.requireNonNull(
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        return Arrays.stream(whole.split(java.io.File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
