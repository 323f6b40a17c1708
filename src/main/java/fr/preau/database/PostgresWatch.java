package fr.preau.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the embedded server again, where it was, when it dies while the platform lives (killed for lack of memory,
/// for instance). Meanwhile pages say that the service comes back. A server that will not start is tried again for as
/// long as it takes: a disk that was full is emptied one day. While it runs, its log is kept short.
final class PostgresWatch {
    private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);
    private static final Duration BETWEEN_LOOKS_AT_THE_LOG = Duration.ofMinutes(1);
    private static final int TRIES_BETWEEN_WORDS = 100;

    /// Starts the server and returns once it answers.
    @FunctionalInterface
    interface Start {
        void now() throws IOException;
    }

    private final Path pidFile;
    private final ServerLog serverLog;
    private final Start start;
    private boolean over;

    PostgresWatch(Path pidFile, ServerLog serverLog, Start start) {
        this.pidFile = pidFile;
        this.serverLog = serverLog;
        this.start = start;
    }

    void begin() {
        var thread = Thread.ofPlatform().daemon().name("postgresql-watch").unstarted(this::watch);
        // One that carries the web server's own class loader is said to be left behind when the start fails.
        thread.setContextClassLoader(PostgresWatch.class.getClassLoader());
        thread.start();
    }

    /// From then on the server may stop for good.
    synchronized void end() {
        over = true;
    }

    private void watch() {
        try {
            for (var server = server(); server.isPresent(); server = server()) {
                awaitEnd(server.get());
                startAgain();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd(ProcessHandle server) throws InterruptedException {
        while (!server.onExit().isDone()) {
            try {
                server.onExit().get(BETWEEN_LOOKS_AT_THE_LOG.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException _) {
                shortenLog();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible); // the end of a process is no failure
            }
        }
    }

    private void shortenLog() {
        try {
            serverLog.bound();
        } catch (IOException refused) {
            log.warn("the log of the embedded PostgreSQL server cannot be shortened", refused);
        }
    }

    private void startAgain() throws InterruptedException {
        for (var tries = 0; !started(tries); tries++) {
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    /// The file that names the dead server is left: PostgreSQL itself tells from it whether anything of that server
    /// still writes to the data, and refuses to start meanwhile.
    private synchronized boolean started(int tries) {
        if (over) {
            return true;
        }
        try {
            start.now();
            log.warn("the embedded PostgreSQL server had died and was started again");
            return true;
        } catch (IOException refused) {
            if (tries % TRIES_BETWEEN_WORDS == TRIES_BETWEEN_WORDS - 1) {
                log.error("the embedded PostgreSQL server died and does not start again", refused);
            }
            return false;
        }
    }

    private synchronized Optional<ProcessHandle> server() {
        if (over) {
            return Optional.empty();
        }
        try {
            return ProcessHandle.of(
                    Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()));
        } catch (IOException | RuntimeException unreadable) {
            log.error("the embedded PostgreSQL server cannot be watched", unreadable);
            return Optional.empty();
        }
    }
}
