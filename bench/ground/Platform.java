package ground;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The packaged application on an embedded database of its own, in a folder that goes with it.
public final class Platform implements AutoCloseable {
    private final Path data;
    private final Process process;
    private final int port;

    private Platform(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /// `options` are settings more, as `--name=value`.
    public static Platform start(Path jar, String... options) throws IOException, InterruptedException {
        return start(jar, Files.createTempDirectory("preau-bench"), options);
    }

    /// The same platform again, on the folder that a killed one left.
    public Platform again(Path jar, String... options) throws IOException, InterruptedException {
        return start(jar, data, options);
    }

    /// One more node, on the database of the first.
    public static Platform beside(Platform first, Path jar, String... options)
            throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + first.url(),
                "--spring.datasource.username=preau",
                "--spring.datasource.password=" + first.databasePassword()));
        all.addAll(List.of(options));
        return start(jar, all.toArray(String[]::new));
    }

    private static Platform start(Path jar, Path data, String... options) throws IOException, InterruptedException {
        var port = freePort();
        var process = new ProcessBuilder(command(jar, data, port, options))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()))
                .start();
        var platform = new Platform(data, process, port);
        platform.waitUntilOpen();
        return platform;
    }

    /// `kill -9`: its folder stays.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int port() {
        return port;
    }

    public int databasePort() throws IOException {
        return Integer.parseInt(postmaster().get(3).strip());
    }

    /// Lines of `postmaster.pid`: process, folder, start, port…
    private List<String> postmaster() throws IOException {
        try (var files = Files.walk(data, 3)) {
            var pid = files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(pid);
        }
    }

    public String databasePassword() throws IOException {
        return Files.readString(data.resolve("password")).strip();
    }

    /// Processor time of the server, and of PostgreSQL's processes that run.
    public Effort effort() throws IOException {
        var postgres = ProcessHandle.of(Long.parseLong(postmaster().getFirst().strip()))
                .orElseThrow();
        return new Effort(
                spent(process.toHandle()),
                postgres.descendants().map(Platform::spent).reduce(Duration.ZERO, Duration::plus));
    }

    /// Of the processor, whole or between two moments.
    public record Effort(Duration server, Duration postgres) {
        public Effort since(Effort before) {
            return new Effort(server.minus(before.server), postgres.minus(before.postgres));
        }
    }

    private static Duration spent(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    public Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(url(), "preau", databasePassword());
    }

    private String url() throws IOException {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(databasePort());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        if (!Files.exists(data)) {
            return; // started again since, and closed
        }
        try (var files = Files.walk(data)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }

    /// As `script/server` starts it; it gives the Java machine's options as `server.java`.
    private static List<String> command(Path jar, Path data, int port, String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty("server.java", "").split(" ")));
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--preau.data=" + data,
                "--server.port=" + port,
                // Thousands register from here: no school does.
                "--preau.rations.named-networks=127.0.0.0/8,::1",
                "--management.server.port=" + freePort()));
        command.addAll(List.of(options));
        command.removeIf(String::isEmpty);
        return command;
    }

    private void waitUntilOpen() throws IOException, InterruptedException {
        var end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException _) {
                Thread.sleep(200);
            }
        }
        throw new IOException("the application did not start:\n" + Files.readString(data.resolve("log")));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
