package registration;

import ground.Browser;
import ground.Platform;
import ground.Scene;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/// Confirmed registrations per second through HTTP, on one session everyone wants and on 200, in turn with pgbench
/// running the same SQL on the same PostgreSQL. Run by `script/bench registration`.
final class RegistrationBench {
    private static final int CLIENTS = 16;
    private static final int ROUNDS = 3;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 8);
    /// Rounds of warm-up: on two cores the compiler shares with what it compiles, it takes a minute to be done.
    private static final int WARM_UP_LEAST = 20;
    private static final int WARM_UP_MOST = 40;

    private final Platform platform;
    private final AtomicInteger errors = new AtomicInteger();
    /// Processor milliseconds of one registration, each time they were measured.
    private final List<Double> server = new ArrayList<>();

    private final List<Double> postgres = new ArrayList<>();

    private RegistrationBench(Platform platform) {
        this.platform = platform;
    }

    /// The median of what was measured, a second.
    private record Figures(List<Double> ours, List<Double> pgbench) {
        Figures() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        double perSecond() {
            return median(ours);
        }

        double pgbenchPerSecond() {
            return median(pgbench);
        }

        double ratio() {
            return perSecond() / pgbenchPerSecond();
        }
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }

    static void main(String[] arguments) throws Exception {
        if (!Pgbench.isInstalled()) {
            System.err.println("Il manque pgbench : installez-le (par exemple « apt install postgresql-contrib »).");
            System.exit(1);
        }
        try (var platform = Platform.start(Path.of(arguments[0]))) {
            new RegistrationBench(platform).run();
        }
    }

    private void run() throws IOException, SQLException, InterruptedException, ExecutionException {
        try (var database = platform.database()) {
            Scene.write(database);
            var one = new Figures();
            var many = new Figures();
            warm();
            server.clear();
            postgres.clear();
            var pgbench = new Pgbench(platform, database);
            for (var round = 0; round < ROUNDS; round++) {
                one.ours().add(registrations(SECONDS, () -> 0));
                one.pgbench().add(pgbench.run(CLIENTS, SECONDS, true));
                many.ours()
                        .add(registrations(
                                SECONDS, () -> ThreadLocalRandom.current().nextInt(1, 201)));
                many.pgbench().add(pgbench.run(CLIENTS, SECONDS, false));
            }
            var costs = "processor of one registration: %.2f ms for the server, %.2f ms for PostgreSQL"
                    .formatted(median(server), median(postgres));
            registrations(SECONDS / 2, () -> Scene.SMALL);
            System.out.println(costs);
            print(one, many, Scene.oversold(database));
        }
    }

    /// The Java machine compiles what it runs often: measured only once it no longer gets faster.
    private void warm() throws IOException, InterruptedException, ExecutionException {
        var best = 0.0;
        var slower = 0;
        for (var round = 0; round < WARM_UP_MOST && (round < WARM_UP_LEAST || slower < 2); round++) {
            var now = registrations(SECONDS / 2, () -> ThreadLocalRandom.current().nextInt(0, 201));
            slower = now > best * 1.05 ? 0 : slower + 1;
            best = Math.max(best, now);
        }
    }

    /// How many a second were confirmed; a refusal (a full session) is an answer, not an error.
    private double registrations(int seconds, IntSupplier session)
            throws IOException, InterruptedException, ExecutionException {
        var confirmed = new AtomicInteger();
        var browsers = new ArrayList<Browser>();
        for (var client = 0; client < CLIENTS; client++) {
            browsers.add(new Browser(platform.port(), Scene.form(0)));
        }
        var before = platform.effort();
        var start = System.nanoTime();
        var end = start + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<Future<?>>();
            for (var browser : browsers) {
                running.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        count(browser.register(Scene.form(session.getAsInt())), confirmed);
                    }
                    browser.close();
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        }
        var rate = confirmed.get() * 1e9 / (System.nanoTime() - start);
        var effort = platform.effort().since(before);
        server.add(effort.server().toNanos() / 1e6 / confirmed.get());
        postgres.add(effort.postgres().toNanos() / 1e6 / confirmed.get());
        return rate;
    }

    private void count(int status, AtomicInteger confirmed) {
        if (status >= 300 && status < 400) {
            confirmed.incrementAndGet();
        } else if (status >= 500) {
            errors.incrementAndGet();
        }
    }

    private void print(Figures one, Figures many, int oversold) {
        System.out.printf("%-14s %14s %14s %7s%n", "", "inscriptions/s", "pgbench/s", "ratio");
        line("une séance", one);
        line("200 séances", many);
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"registration\",\"perSecond\":%.1f,\"pgbenchPerSecond\":%.1f,\"ratio\":%.3f,\"oversold\":%d,\"errors5xx\":%d,\"perSecond200\":%.1f,\"pgbenchPerSecond200\":%.1f,\"ratio200\":%.3f}%n",
                one.perSecond(),
                one.pgbenchPerSecond(),
                one.ratio(),
                oversold,
                errors.get(),
                many.perSecond(),
                many.pgbenchPerSecond(),
                many.ratio());
    }

    private static void line(String what, Figures figures) {
        System.out.printf(
                "%-14s %14.1f %14.1f %7.2f%n", what, figures.perSecond(), figures.pgbenchPerSecond(), figures.ratio());
    }
}
