package fr.preau.database;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// The PostgreSQL of this machine's packages, with the programs an administrator uses: a server of its own in a folder,
/// trusting whoever asks. A test that needs it is skipped where there is none.
public final class InstalledPostgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    private final Path programs;
    private final Path cluster;
    private final RunAs runAs;
    private final int port;

    private InstalledPostgres(Path programs, Path cluster, RunAs runAs, int port) {
        this.programs = programs;
        this.cluster = cluster;
        this.runAs = runAs;
        this.port = port;
    }

    public static InstalledPostgres startIn(Path folder) throws IOException {
        var programs = programs();
        assumeTrue(
                programs.isPresent(),
                "no PostgreSQL in " + DEBIAN + ": install the package postgresql to run this test");
        var port = freePort();
        var server = new InstalledPostgres(
                programs.orElseThrow(), folder.resolve("installed"), RunAs.choose(folder), port);
        server.runAs.own(folder);
        server.administer("initdb", "--pgdata=" + server.cluster, "--username=admin", "--auth=trust", "--encoding=UTF8");
        server.start();
        return server;
    }

    public void start() throws IOException {
        administer(
                "pg_ctl",
                "--pgdata=" + cluster,
                "--log=" + cluster.resolveSibling("installed.log"),
                "--options=-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -p " + port,
                "--wait",
                "start");
    }

    public void stop() throws IOException {
        administer("pg_ctl", "--pgdata=" + cluster, "--mode=fast", "--wait", "stop");
    }

    @Override
    public void close() throws IOException {
        stop();
    }

    public int port() {
        return port;
    }

    /// The address of a database, as its owner or as `admin`, who may do everything.
    public String url(String database, String user) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(port, database, user);
    }

    public JdbcClient as(String user, String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database, user)));
    }

    /// An empty database of an owner who may do nothing else; its administrator made the extension, as README says.
    public void create(String database, String owner) {
        create(database);
        as("admin", "postgres")
                .sql("create role %s login nosuperuser".formatted(owner))
                .update();
        as("admin", "postgres")
                .sql("alter database %s owner to %s".formatted(database, owner))
                .update();
        as("admin", database).sql("create extension earthdistance cascade").update();
    }

    public void create(String database) {
        as("admin", "postgres").sql("create database " + database).update();
    }

    /// Runs a program of an administrator on the server, and gives what it said. A refusal is an error.
    public String run(String program, String user, String... arguments) throws IOException {
        var whole = new ArrayList<>(List.of("--host=127.0.0.1", "--port=" + port, "--username=" + user));
        whole.addAll(List.of(arguments));
        return execute(List.of(), program, whole);
    }

    private void administer(String program, String... arguments) throws IOException {
        execute(runAs.command(List.of()), program, List.of(arguments));
    }

    private String execute(List<String> prefix, String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        var said = Files.createTempFile("preau-installed", ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(programs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException("%s: %d, %s".formatted(program, process.exitValue(), Files.readString(said)));
            }
            return Files.readString(said);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        } finally {
            Files.delete(said);
        }
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.exists(bin.resolve("initdb")) && Files.exists(bin.resolve("pg_dump")))
                    .max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
