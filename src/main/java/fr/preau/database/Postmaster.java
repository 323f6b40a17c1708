package fr.preau.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL server that the `postmaster.pid` of a data folder names, when it truly runs on that folder. A folder
/// copied from a running server brings that server's file along, and the number of a dead process is soon somebody
/// else's: neither is ours to join, still less to stop.
record Postmaster(ProcessHandle process, int port) {
    private static final String FILE = "postmaster.pid";
    /// Lines of the file: the process, its data folder, when it started, its port.
    private static final int FOLDER = 1;
    private static final int PORT = 3;

    static Path file(Path cluster) {
        return cluster.resolve(FILE);
    }

    static Optional<Postmaster> runningOn(Path cluster) throws IOException {
        var file = file(cluster);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return process(lines)
                .filter(process -> runsOn(process, cluster, lines))
                .flatMap(process -> number(lines, PORT).map(port -> new Postmaster(process, port.intValue())));
    }

    private static Optional<ProcessHandle> process(List<String> lines) {
        return number(lines, 0)
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::isPostgres);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
                .orElse(false);
    }

    /// PostgreSQL works in its data folder, wherever it was moved since. Where the system does not say in which folder
    /// a process works, the file's own word is taken.
    private static boolean runsOn(ProcessHandle process, Path cluster, List<String> lines) {
        try {
            var works = Path.of("/proc", Long.toString(process.pid()), "cwd");
            return Files.exists(works)
                    ? Files.isSameFile(works, cluster)
                    : lines.size() > FOLDER && Files.isSameFile(Path.of(lines.get(FOLDER)), cluster);
        } catch (IOException _) {
            return false;
        }
    }

    private static Optional<Long> number(List<String> lines, int line) {
        try {
            return lines.size() > line
                    ? Optional.of(Long.valueOf(lines.get(line).strip()))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
