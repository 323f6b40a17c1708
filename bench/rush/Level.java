package rush;

import java.util.Locale;

/// What came of one rate of arrivals kept for a while. Latencies are those of answers other than refusals, from the
/// moment a visitor should have been served: waiting to be sent counts.
record Level(double rate, int arrivals, int served, int refused, int failed, double perSecond, double p50, double p99) {
    double refusedShare() {
        return arrivals == 0 ? 0 : (double) refused / arrivals;
    }

    /// Nearly nobody is turned away, and nearly nobody waits.
    boolean isHeld(double bound) {
        return failed == 0 && refusedShare() <= 0.005 && p99 <= bound;
    }

    String line(String name) {
        return "%-8s %11.0f %11.0f %9.1f %9.1f %8.1f %% %6d"
                .formatted(name, rate, perSecond, p50, p99, 100 * refusedShare(), failed);
    }

    static String title() {
        return "%-8s %11s %11s %9s %9s %10s %6s"
                .formatted("", "arrivées/s", "servies/s", "p50 ms", "p99 ms", "429", "5xx");
    }

    String json(double times) {
        return String.format(
                Locale.ROOT,
                "{\"times\":%s,\"arrivalsPerSecond\":%.1f,\"goodput\":%.1f,\"p50ms\":%.1f,\"p99ms\":%.1f,\"refusedShare\":%.4f,\"errors5xx\":%d}",
                times,
                rate,
                perSecond,
                p50,
                p99,
                refusedShare(),
                failed);
    }
}
