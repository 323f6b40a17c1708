package fr.preau.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once beside the data, and the three of them we call. PostgreSQL refuses to run
/// as root: `RunAs` finds whom to run it as.
final class PostgresCommands {
    private static final String STOP_WITHIN_SECONDS = "60";

    private final Path home;
    private final Path programs;
    private final String major;
    private final RunAs runAs;

    private PostgresCommands(Path home, Path programs, String major, RunAs runAs) {
        this.home = home;
        this.programs = programs;
        this.major = major;
        this.runAs = runAs;
    }

    static PostgresCommands unpackedIn(Path home) throws IOException {
        var version = version();
        var folder = home.resolve("programs-" + version);
        if (!Files.exists(folder)) {
            unpack(folder);
        }
        return new PostgresCommands(
                home, folder.resolve("bin"), version.substring(0, version.indexOf('.')), RunAs.choose(home));
    }

    Path programs() {
        return programs;
    }

    String major() {
        return major;
    }

    void initialise(Path cluster, String superuser, Path passwordFile) throws IOException {
        runAs.own(home);
        run(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-instructions"));
    }

    void start(Path cluster, int port, Path logFile, Map<String, String> settings) throws IOException {
        var all = new LinkedHashMap<String, String>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("unix_socket_directories", "");
        all.put("port", Integer.toString(port));
        all.put("max_connections", "60");
        all.put("shared_buffers", "128MB");
        // The server's own log keeps neither refused values nor statements: they carry names and addresses.
        all.put("log_error_verbosity", "terse");
        all.put("log_min_error_statement", "panic");
        all.putAll(settings);
        var options = new StringBuilder();
        all.forEach((name, value) ->
                options.append("-c ").append(name).append("='").append(value).append("' "));
        runAs.own(home);
        run(List.of(
                programs.resolve("pg_ctl").toString(),
                "--pgdata=" + cluster,
                "--log=" + logFile,
                "--options=" + options,
                "--timeout=60",
                "--wait",
                "start"));
    }

    void stop(Path cluster) {
        try {
            run(List.of(
                    programs.resolve("pg_ctl").toString(),
                    "--pgdata=" + cluster,
                    "--mode=fast",
                    "--timeout=" + STOP_WITHIN_SECONDS,
                    "--wait",
                    "stop"));
        } catch (IOException problem) {
            throw new DatabaseUnavailable("Le serveur PostgreSQL de %s ne s'arrête pas.".formatted(cluster), problem);
        }
    }

    /// Output goes to a file: a server started by `pg_ctl` would keep a pipe of ours open for ever.
    private void run(List<String> command) throws IOException {
        var output = Files.createTempFile("preau-postgresql", ".log");
        try {
            var process = new ProcessBuilder(runAs.command(command))
                    .directory(programs.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(Files.readString(output).strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrompu", interrupted);
        } finally {
            Files.delete(output);
        }
    }

    private static String version() throws IOException {
        try (var in = PostgresCommands.class.getResourceAsStream("postgresql.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    /// Unpacked aside and moved into place: an interrupted unpacking is never taken for a whole one.
    private static void unpack(Path folder) throws IOException {
        var aside = Files.createTempDirectory(folder.getParent(), "unpacking");
        var archive = "/postgres-%s-%s.txz".formatted(system(), architecture());
        try (var in = PostgresCommands.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new DatabaseUnavailable(
                        "Préau n'apporte pas PostgreSQL pour cette machine (%s) : donnez l'adresse d'un serveur avec --database."
                                .formatted(archive));
            }
            try (var tar = new TarArchiveInputStream(new XZInputStream(in))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    unpack(entry, tar, aside);
                }
            }
        }
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
        var executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
    }
}
