package rush;

import ground.Browser.Csrf;
import ground.Platform;
import ground.Scene;
import ground.Sink;
import ground.Wire;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/// The opening minute (issue 3, § 2): arrivals that do not wait for answers, at half, once, twice and five times what
/// the machine sustains, measured first in the same run. Letters wait meanwhile; they leave at the end, and the
/// server is killed while they do. Run by `script/bench rush`.
final class RushBench {
    private static final double[] TIMES = {0.5, 1, 2, 5};
    private static final double SECONDS = Double.parseDouble(System.getProperty("bench.seconds", "10"));
    private static final double STEP_SECONDS = Math.min(4, SECONDS);
    private static final int CLOSED_CLIENTS = 16;

    /// Rounds of warm-up: on two cores the compiler shares with what it compiles, it takes a minute to be done.
    private static final int WARM_UP_LEAST = 20;
    private static final int WARM_UP_MOST = 40;

    private static final double HEADROOM = 0.8;

    /// Nobody should wait longer for a page that is not being refused.
    private static final double BOUND_MILLIS = 100;

    private final Connection database;
    private final Ledger ledger = new Ledger();
    private final Crowd crowd;

    private RushBench(Platform platform, Connection database, long seed) throws Exception {
        this.database = database;
        Scene.write(database);
        var teachers = Teachers.signIn(platform, database, Scene.form(0));
        try (var wire = new Wire(platform.port())) {
            var anyone = Csrf.of(wire.get(Scene.form(0) + "?comme=adulte", ""));
            crowd = new Crowd(
                    platform.port(), new Visitors(anyone, teachers, ledger), new SplittableRandom(seed));
        }
    }

    static void main(String[] arguments) throws Exception {
        var seed = Long.getLong("bench.seed", System.nanoTime());
        System.out.println("graine : " + seed);
        var jar = Path.of(arguments[0]);
        var mail = Letters.freePort();
        try (var platform = Platform.start(jar, Letters.options(mail))) {
            RushBench bench;
            Figures figures;
            try (var database = platform.database()) {
                bench = new RushBench(platform, database, seed);
                figures = bench.run();
            }
            bench.print(figures, Letters.leaveThroughAKill(platform, jar, mail, bench.ledger));
        }
    }

    /// What the crowd was served.
    private record Figures(double capacity, List<Level> levels, double back, int oversold, int lost) {}

    private Figures run() throws Exception {
        var most = warm();
        var capacity = capacity(most);
        System.out.printf(
                Locale.ROOT,
                "au plus : %.0f demandes/s ; capacité (quatre cinquièmes de ce qui tient, p99 ≤ %.0f ms et sans refus) : %.0f/s%n",
                most,
                BOUND_MILLIS,
                capacity);
        System.out.println(Level.title());
        var levels = new ArrayList<Level>();
        for (var times : TIMES) {
            var level = crowd.come(times * capacity, SECONDS);
            levels.add(level);
            System.out.println(level.line(times + " ×"));
        }
        var back = secondsBackToNormal(capacity, levels.getFirst());
        return new Figures(capacity, levels, back, Scene.oversold(database), ledger.lost(database));
    }

    /// The Java machine compiles what it runs often: measured only once it no longer gets faster. Returns the most it
    /// serves a second.
    private double warm() {
        var best = crowd.most(CLOSED_CLIENTS, STEP_SECONDS);
        var slower = 0;
        for (var round = 0; round < WARM_UP_MOST && (round < WARM_UP_LEAST || slower < 2); round++) {
            var now = crowd.most(CLOSED_CLIENTS, STEP_SECONDS);
            slower = now > best * 1.05 ? 0 : slower + 1;
            best = Math.max(best, now);
        }
        return best;
    }

    /// Four fifths of the highest rate of arrivals at which people are answered soon and nobody is turned away: at the
    /// highest itself, one second of bad luck is a queue.
    private double capacity(double most) {
        var held = most * 0.3;
        var missed = 0;
        for (var share = 0.4; share < 1.2 && missed < 2; share += 0.1) {
            if (crowd.come(share * most, STEP_SECONDS).isHeld(BOUND_MILLIS)) {
                held = share * most;
                missed = 0;
            } else {
                missed++;
            }
        }
        return HEADROOM * held;
    }

    /// How long after the storm a visitor is again served as before it, at half the capacity.
    private double secondsBackToNormal(double capacity, Level before) {
        var normal = Math.max(2 * before.p99(), BOUND_MILLIS);
        for (var half = 0; half < 60; half++) {
            if (crowd.come(capacity / 2, 0.5).isHeld(normal)) {
                return half * 0.5;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private void print(Figures figures, Letters.Outcome letters) {
        var levels = figures.levels();
        var errors = levels.stream().mapToInt(Level::failed).sum();
        var json = new ArrayList<String>();
        for (var number = 0; number < TIMES.length; number++) {
            json.add(levels.get(number).json(TIMES[number]));
        }
        System.out.printf(
                Locale.ROOT,
                "inscriptions annoncées : %d ; retour à la normale : %.1f s%n",
                ledger.told(),
                figures.back());
        System.out.printf(
                Locale.ROOT,
                "lettres parties : %d, une seconde fois sous le même Message-ID : %d ; %.1f s de l'arrêt brutal à la première%n",
                letters.arrived(),
                letters.again(),
                letters.secondsToTheFirst());
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"rush\",\"capacity\":%.1f,\"levels\":[%s],\"p99OnceOverHalf\":%.2f,\"errors5xx\":%d,\"oversold\":%d,\"lost\":%d,\"acknowledged\":%d,\"secondsBackToNormal\":%.1f,\"lettersLost\":%d,\"lettersDoubled\":%d}%n",
                figures.capacity(),
                String.join(",", json),
                levels.get(1).p99() / levels.get(0).p99(),
                errors,
                figures.oversold(),
                figures.lost(),
                ledger.told(),
                figures.back(),
                letters.lost(),
                letters.doubled());
    }
}
