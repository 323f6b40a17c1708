package allocation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Time, processor and memory.
final class Meter {
    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Meter() {}

    /// How long something took, in seconds.
    record Taken(double wall, double processor) {
        static Taken by(Runnable work) {
            var wall = System.nanoTime();
            var processor = SYSTEM.getProcessCpuTime();
            work.run();
            return new Taken((System.nanoTime() - wall) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
        }

        /// The median of several, once warm.
        static Taken median(int warmUp, int times, Runnable work) {
            List<Taken> all = new ArrayList<>();
            for (var time = 0; time < warmUp + times; time++) {
                var taken = by(work);
                if (time >= warmUp) {
                    all.add(taken);
                }
            }
            return new Taken(
                    all.stream()
                            .mapToDouble(Taken::wall)
                            .sorted()
                            .skip(times / 2)
                            .findFirst()
                            .orElseThrow(),
                    all.stream()
                            .mapToDouble(Taken::processor)
                            .sorted()
                            .skip(times / 2)
                            .findFirst()
                            .orElseThrow());
        }

        /// The fastest on the clock and the mean of processor of several, once warm: for what is shorter than what the
        /// system counts processor by.
        static Taken mean(int warmUp, int times, Runnable work) {
            for (var time = 0; time < warmUp; time++) {
                work.run();
            }
            List<Taken> all = new ArrayList<>();
            var whole = by(() -> {
                for (var time = 0; time < times; time++) {
                    all.add(by(work));
                }
            });
            return new Taken(
                    all.stream().mapToDouble(Taken::wall).min().orElseThrow(), whole.processor() / times);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f s (%.4f s of processor)", wall, processor);
        }
    }

    /// The most memory this process ever held, in MB; -1 where the system does not say.
    static long peakMegabytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException elsewhere) {
            return -1;
        }
    }
}
