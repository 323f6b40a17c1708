package fr.preau.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The PostgreSQL server that Préau brings along, its data kept in one folder between starts.
///
/// It outlives nothing: closing stops it, and what a killed process left running is stopped at the next start. Killed
/// itself, it is started again ([PostgresWatch]). While a process holds the folder, another one (a command of
/// `script/preau`) attaches to the server it runs instead of starting its own.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "preau";

    private final Path home;
    private final PostgresCommands commands;
    private final String password;
    private final int port;
    private final @Nullable Held held;

    /// The folder, by whoever started the server, and the eye kept on it.
    private record Held(FileLock lock, PostgresWatch watch) {}

    private EmbeddedPostgres(Path home, PostgresCommands commands, String password, int port, @Nullable Held held) {
        this.home = home;
        this.commands = commands;
        this.password = password;
        this.port = port;
        this.held = held;
    }

    /// Starts the server on this folder, made on first use. `settings` are `postgresql.conf` settings that win over
    /// ours, e.g. `fsync=off` in tests.
    ///
    /// @throws DatabaseUnavailable when another process holds the folder, or it cannot be written or read
    public static EmbeddedPostgres start(Path folder, Map<String, String> settings) {
        var home = writable(folder);
        var lock = lock(home);
        if (lock == null) {
            throw new DatabaseUnavailable(
                    "Préau tourne déjà sur le dossier %s : arrêtez-le d'abord, ou choisissez un autre dossier."
                            .formatted(home));
        }
        return start(home, lock, settings);
    }

    /// The server of this folder: started when nobody holds the folder, joined where it runs otherwise.
    public static EmbeddedPostgres startOrAttach(Path folder, Map<String, String> settings) {
        var home = writable(folder);
        var lock = lock(home);
        return lock == null ? attach(home) : start(home, lock, settings);
    }

    /// The server of this folder, for whoever works on what is there: a folder that holds no database stays empty.
    public static EmbeddedPostgres join(Path folder) {
        if (!Files.exists(cluster(folder.toAbsolutePath()).resolve("PG_VERSION"))) {
            throw new DatabaseUnavailable(
                    "Il n'y a pas de base dans le dossier %s : démarrez d'abord le serveur (script/server), ou nommez la base voulue avec --preau.data=… ou --database jdbc:postgresql://…"
                            .formatted(folder.toAbsolutePath().normalize()));
        }
        return startOrAttach(folder, Map.of());
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port);
    }

    /// The data folder.
    public Path home() {
        return home;
    }

    public String username() {
        return SUPERUSER;
    }

    public String password() {
        return password;
    }

    /// Where the server's own programs are (`pgbench` among them where the archive has it).
    public Path programs() {
        return commands.programs();
    }

    @Override
    public void close() {
        if (held == null) {
            return;
        }
        held.watch().end();
        commands.stop(cluster(home));
        release(held.lock());
    }

    private static EmbeddedPostgres start(Path home, FileLock lock, Map<String, String> settings) {
        try {
            refuseFullDisk(home);
            var commands = PostgresCommands.unpackedIn(home);
            var cluster = cluster(home);
            var password = password(home);
            refuseAnotherMajor(cluster, commands);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                commands.initialise(cluster, SUPERUSER, home.resolve("password"));
            }
            stopWhatWasLeft(cluster, commands);
            var port = freePort();
            var serverLog = new ServerLog(home.resolve("postgresql.log"));
            serverLog.bound();
            PostgresWatch.Start server = () -> commands.start(cluster, port, serverLog.file(), settings);
            server.now();
            log.info("embedded PostgreSQL started");
            var watch = new PostgresWatch(Postmaster.file(cluster), serverLog, server);
            watch.begin();
            return new EmbeddedPostgres(home, commands, password, port, new Held(lock, watch));
        } catch (IOException problem) {
            release(lock);
            throw new DatabaseUnavailable(
                    "Le dossier de données %s ne peut pas être écrit (%s) : vérifiez la place sur le disque et les droits."
                            .formatted(home, problem.getMessage()),
                    problem);
        } catch (DatabaseUnavailable refused) {
            release(lock);
            throw refused;
        }
    }

    private static EmbeddedPostgres attach(Path home) {
        try {
            var running = Postmaster.runningOn(cluster(home)).orElseThrow();
            return new EmbeddedPostgres(home, PostgresCommands.unpackedIn(home), password(home), running.port(), null);
        } catch (IOException | NoSuchElementException problem) {
            throw new DatabaseUnavailable(
                    "Le serveur de %s est en train de démarrer ou de s'arrêter : recommencez dans un instant."
                            .formatted(home),
                    problem);
        }
    }

    /// A killed process leaves a server running, or only its `postmaster.pid`. A recycled process number must not
    /// make PostgreSQL believe its old server still runs, nor make us stop a stranger.
    private static void stopWhatWasLeft(Path cluster, PostgresCommands commands) throws IOException {
        if (Postmaster.runningOn(cluster).isPresent()) {
            log.info("stopping the PostgreSQL server that a killed process left");
            commands.stop(cluster);
        }
        Files.deleteIfExists(Postmaster.file(cluster));
    }

    /// PostgreSQL needs room for its journal before it needs any for data.
    private static void refuseFullDisk(Path home) throws IOException {
        var megabytes = Files.getFileStore(home).getUsableSpace() / 1_000_000;
        if (megabytes < 200) {
            throw new DatabaseUnavailable(
                    "Il ne reste que %d Mo sur le disque de %s : libérez-en au moins 200 avant de démarrer."
                            .formatted(megabytes, home));
        }
    }

    private static void refuseAnotherMajor(Path cluster, PostgresCommands commands) throws IOException {
        var version = cluster.resolve("PG_VERSION");
        if (!Files.exists(version)) {
            return;
        }
        var found = Files.readString(version).strip();
        if (!found.equals(commands.major())) {
            throw new DatabaseUnavailable(
                    "Le dossier %s vient de PostgreSQL %s et cette version de Préau apporte PostgreSQL %s : sauvegardez-le avec la version de Préau qui l'a écrit (script/preau backup), puis restaurez-le avec celle-ci dans un autre dossier (script/preau restore)."
                            .formatted(cluster.getParent(), found, commands.major()));
        }
    }

    private static Path writable(Path folder) {
        try {
            return Files.createDirectories(folder.toAbsolutePath()).toRealPath();
        } catch (IOException problem) {
            throw new DatabaseUnavailable(
                    "Le dossier de données %s ne peut pas être créé : vérifiez la place sur le disque et les droits."
                            .formatted(folder.toAbsolutePath()),
                    problem);
        }
    }

    private static @Nullable FileLock lock(Path home) {
        try {
            var channel =
                    FileChannel.open(home.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock == null) {
                channel.close();
            }
            return lock;
        } catch (OverlappingFileLockException _) {
            return null;
        } catch (IOException problem) {
            throw new DatabaseUnavailable(
                    "Le dossier de données %s ne peut pas être écrit : vérifiez la place sur le disque et les droits."
                            .formatted(home),
                    problem);
        }
    }

    private static void release(FileLock lock) {
        try {
            lock.acquiredBy().close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var fresh = new ArrayList<>(List.of(UUID.randomUUID().toString()));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, fresh);
        }
        return Files.readString(file).strip();
    }

    private static Path cluster(Path home) {
        return home.resolve("postgresql");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
