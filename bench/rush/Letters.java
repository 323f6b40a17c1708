package rush;

import ground.Platform;
import ground.Sink;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The letters of a rush: the mail server opens once it is over, the platform is killed while they leave and started
/// again, and each registration that was acknowledged must have had its letter.
final class Letters {
    private static final int ANSWERS_AFTER_MILLIS = 10;
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(10);

    private Letters() {}

    /// `lost` registrations got no letter, `doubled` got two; `again` letters came twice under the same Message-ID.
    record Outcome(int arrived, int lost, int doubled, int again, double secondsToTheFirst) {}

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Nobody listens there yet: letters wait.
    static String[] options(int port) {
        return new String[] {
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + port,
            "--preau.mail.per-domain-per-minute=1000000"
        };
    }

    static Outcome leaveThroughAKill(Platform platform, Path jar, int port, Ledger ledger) throws Exception {
        try (var sink = new Sink(ANSWERS_AFTER_MILLIS, port)) {
            await(sink, Math.max(1, ledger.told() / 3));
            platform.kill();
            var killed = System.nanoTime();
            var before = sink.identities().size();
            try (var again = platform.again(jar, options(port));
                    var database = again.database()) {
                await(sink, before + 1);
                var first = (System.nanoTime() - killed) / 1e9;
                awaitAll(database);
                return outcome(letters(database, ledger.keys()), ledger.told(), sink, first);
            }
        }
    }

    private static void await(Sink sink, int letters) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        while (sink.identities().size() < letters && System.nanoTime() - end < 0) {
            Thread.sleep(20);
        }
    }

    private static void awaitAll(Connection database) throws SQLException, InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        try (var sql = database.createStatement()) {
            var left = 1;
            while (left > 0 && System.nanoTime() - end < 0) {
                Thread.sleep(200);
                try (var rows = sql.executeQuery(
                        "select count(*) from notification.message where state in ('WAITING', 'SENDING')")) {
                    rows.next();
                    left = rows.getInt(1);
                }
            }
        }
    }

    /// The confirmations written for each of these links.
    private static Map<String, List<String>> letters(Connection database, Set<String> keys) throws SQLException {
        var letters = new HashMap<String, List<String>>();
        try (var sql = database.createStatement();
                var rows = sql.executeQuery("""
                        select key, message.id from registration.registration
                        join notification.message on about = registration.id and message.kind = 'REGISTRATION_CONFIRMED'
                        """)) {
            while (rows.next()) {
                if (keys.contains(rows.getString(1))) {
                    letters.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>()).add(rows.getString(2));
                }
            }
        }
        return letters;
    }

    private static Outcome outcome(Map<String, List<String>> letters, int told, Sink sink, double first) {
        var arrived = sink.identities();
        var served = letters.values().stream().filter(own -> own.stream().anyMatch(arrived::contains)).count();
        var doubled = letters.values().stream().filter(own -> own.size() > 1).count();
        return new Outcome(arrived.size(), told - (int) served, (int) doubled, sink.again(), first);
    }
}
