import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What the size of a directory costs its import: the file given, then eight times as many lines under other numbers,
/// each brought into a fresh database by the packaged application, as `script/preau import-schools` does, in 256 MB.
class ImportBench {
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final Pattern UAI = Pattern.compile("\\b(\\d{3})(\\d{4})[A-Z]\\b");
    private static final Pattern AFTER = Pattern.compile("->(\\d+)M\\(");
    private static final int[] TIMES = {1, 8};

    /// `heap` is the most the heap held after a collection, in megabytes.
    record Run(int times, long bytes, double seconds, int heap) {}

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]);
        var file = Path.of(arguments[1]);
        var runs = new ArrayList<Run>();
        for (var times : TIMES) {
            runs.add(run(jar, times, larger(file, times)));
        }
        System.out.println("| lines of the file | bytes | seconds | heap after a collection, at most |");
        System.out.println("|---|---|---|---|");
        runs.forEach(run -> System.out.printf(
                Locale.ROOT, "| × %d | %d | %.1f | %d MB |%n", run.times(), run.bytes(), run.seconds(), run.heap()));
        System.out.printf(
                Locale.ROOT,
                "{\"bench\":\"import\",\"seconds\":[%.1f,%.1f],\"heapMegabytes\":[%d,%d],\"heapRatio\":%.2f}%n",
                runs.getFirst().seconds(),
                runs.getLast().seconds(),
                runs.getFirst().heap(),
                runs.getLast().heap(),
                (double) runs.getLast().heap() / runs.getFirst().heap());
    }

    private static Run run(Path jar, int times, Path file) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("preau-bench");
        var log = data.resolve("gc.log");
        var began = System.nanoTime();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Xlog:gc:file=" + log,
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dpreau.data=" + data,
                        "-jar",
                        jar.toString(),
                        "import-schools",
                        file.toString())
                .inheritIO()
                .start();
        var code = process.waitFor();
        // 1 says that some lines were refused, which real files have.
        if (code > 1) {
            throw new IllegalStateException("the import failed: " + code);
        }
        return new Run(times, Files.size(file), (System.nanoTime() - began) / 1e9, heap(log));
    }

    private static int heap(Path log) throws IOException {
        var found = AFTER.matcher(Files.readString(log));
        var most = 0;
        while (found.find()) {
            most = Math.max(most, Integer.parseInt(found.group(1)));
        }
        return most;
    }

    /// The header once, every line `times` times, each time under another number of its département.
    private static Path larger(Path file, int times) throws IOException {
        var made = Files.createTempFile("preau-bench", ".csv");
        var lines = Files.readAllLines(file);
        var all = new ArrayList<>(List.of(lines.getFirst()));
        for (var copy = 0; copy < times; copy++) {
            for (var line : lines.subList(1, lines.size())) {
                all.add(copy == 0 ? line : renumbered(line, copy));
            }
        }
        Files.write(made, all);
        return made;
    }

    private static String renumbered(String line, int copy) {
        var found = UAI.matcher(line);
        if (!found.find()) {
            return line;
        }
        var number = found.group(1) + "%04d".formatted((Integer.parseInt(found.group(2)) + copy * 1237) % 10_000);
        var uai = number + LETTERS.charAt(Integer.parseInt(number) % LETTERS.length());
        return line.substring(0, found.start()) + uai + line.substring(found.end());
    }
}
