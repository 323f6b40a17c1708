package allocation;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
import fr.preau.allocation.Explanations;
import fr.preau.allocation.Lottery;
import fr.preau.allocation.Rule;
import fr.preau.audit.Audit;
import fr.preau.verification.Report;
import fr.preau.verification.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How long a seating takes, beside OR-Tools' min-cost flow on the same instance. Run by `script/bench allocation`.
/// Each scene is a process of its own, so that its memory is its own.
final class AllocationBench {
    private static final long SEED = Long.getLong("bench.seed", 42);
    private static final Map<String, List<String>> SCENES = new LinkedHashMap<>();

    static {
        SCENES.put("10000x50", List.of("-Xmx300m"));
        SCENES.put("departements", List.of("-Xmx1g"));
        SCENES.put("1000000x50", List.of("-Xmx260m"));
        SCENES.put("verification", List.of("-Xmx1g"));
        SCENES.put("reading-10000x50", List.of("-Xmx1g"));
        SCENES.put("reading-1000000x50", List.of("-Xmx2g"));
        SCENES.put("ortools-1000000x50", List.of("-Xmx1g"));
        SCENES.put("200000x5000", List.of("-Xmx1g"));
    }

    private AllocationBench() {}

    static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.out.println(scene(arguments[0]).entrySet().stream()
                    .map(figure -> "\"%s\":%s".formatted(figure.getKey(), figure.getValue()))
                    .collect(Collectors.joining(",")));
            return;
        }
        List<String> all = new ArrayList<>();
        for (var scene : SCENES.entrySet()) {
            var figures = apart(scene.getKey(), scene.getValue());
            System.out.println(scene.getKey() + "  " + figures);
            all.add("\"%s\":{%s}".formatted(scene.getKey(), figures));
        }
        System.out.println("{\"bench\":\"allocation\",\"seed\":%d,%s}".formatted(SEED, String.join(",", all)));
    }

    private static String apart(String scene, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dbench.seed=" + SEED,
                "-Dbench.jar=" + System.getProperty("bench.jar")));
        command.addAll(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), System.getProperty("bench.source"), scene));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the scene " + scene + " failed");
        }
        return lines.getLast();
    }

    private static Map<String, String> scene(String name) throws Exception {
        return switch (name) {
            case "10000x50" -> beside(Crowd.of(10_000, 50, 5, SEED), 20, 15);
            case "200000x5000" -> beside(Crowd.of(200_000, 5_000, 5, SEED), 0, 1);
            case "departements" -> departements();
            case "1000000x50" -> alone(Crowd.of(1_000_000, 50, 5, SEED));
            case "ortools-1000000x50" -> orToolsAlone(Crowd.of(1_000_000, 50, 5, SEED));
            case "reading-10000x50" -> reading(Crowd.of(10_000, 50, 5, SEED), 20, 15);
            case "reading-1000000x50" -> reading(Crowd.of(1_000_000, 50, 5, SEED), 1, 3);
            case "verification" -> verification(Crowd.of(1_000_000, 50, 5, SEED));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /// Both on one instance, in one process, in turn.
    private static Map<String, String> beside(Crowd crowd, int warmUp, int times) {
        var figures = new LinkedHashMap<String, String>();
        var lottery = Lottery.drawn(crowd.instance(), "bench");
        OrTools.load();
        for (var rule : List.of(Rule.EQUITE, Rule.PREMIERS)) {
            var ours = Meter.Taken.median(warmUp, times, () -> Allocator.run(crowd.instance(), rule, lottery));
            var found = Allocator.run(crowd.instance(), rule, lottery);
            var theirs = new OrTools(found);
            figures(figures, rule.word(), ours);
            figures(figures, rule.word() + "OrTools", theirs.solve());
            figures.put(rule.word() + "Gap", gap(found, theirs));
        }
        figures.put(
                "tirageSeconds",
                number(Meter.Taken.median(warmUp, times, () -> Allocator.run(crowd.instance(), Rule.TIRAGE, lottery))
                        .wall()));
        return figures;
    }

    private static Map<String, String> alone(Crowd crowd) {
        var figures = new LinkedHashMap<String, String>();
        var drawing = Meter.Taken.median(1, 3, () -> Lottery.drawn(crowd.instance(), "bench"));
        var lottery = Lottery.drawn(crowd.instance(), "bench");
        figures.put("drawSeconds", number(drawing.wall()));
        for (var rule : Rule.values()) {
            var taken = Meter.Taken.median(1, 3, () -> Allocator.run(crowd.instance(), rule, lottery));
            figures.put(rule.word() + "Seconds", number(taken.wall()));
            figures.put(rule.word() + "ProcessorSeconds", number(taken.processor()));
        }
        figures.put("peakMegabytes", Long.toString(Meter.peakMegabytes()));
        return figures;
    }

    private static Map<String, String> orToolsAlone(Crowd crowd) {
        OrTools.load();
        var found = Allocator.run(crowd.instance(), Rule.EQUITE, Lottery.drawn(crowd.instance(), "bench"));
        var theirs = new OrTools(found);
        var figures = new LinkedHashMap<String, String>();
        figures(figures, "equiteOrTools", theirs.solve());
        figures.put("equiteGap", gap(found, theirs));
        figures.put("peakMegabytes", Long.toString(Meter.peakMegabytes()));
        return figures;
    }

    /// Draw, seating, verification and an explanation for every first wish refused, a hundred times: just after the
    /// start, then once compiled. Beside them, OR-Tools' seating alone of the first ten.
    private static Map<String, String> departements() {
        List<Crowd> crowds = new ArrayList<>();
        for (var each = 0; each < 100; each++) {
            crowds.add(Crowd.of(10_000, 50, 5, SEED + each));
        }
        Runnable nation = () -> crowds.forEach(AllocationBench::departement);
        var figures = new LinkedHashMap<String, String>();
        figures(figures, "first", Meter.Taken.by(nation));
        figures(figures, "equite", Meter.Taken.median(19, 7, nation));
        OrTools.load();
        figures(figures, "tenOrTools", orTools(crowds.subList(0, 10)));
        return figures;
    }

    private static Meter.Taken orTools(List<Crowd> crowds) {
        var wall = 0.0;
        var processor = 0.0;
        for (var crowd : crowds) {
            var found = Allocator.run(crowd.instance(), Rule.EQUITE, Lottery.drawn(crowd.instance(), "bench"));
            var theirs = new OrTools(found).solve();
            wall += theirs.wall();
            processor += theirs.processor();
        }
        return new Meter.Taken(wall, processor);
    }

    private static void departement(Crowd crowd) {
        var found = Allocator.run(crowd.instance(), Rule.EQUITE, Lottery.drawn(crowd.instance(), "bench"));
        var explanations = new Explanations(found);
        for (var person = 0; person < crowd.people(); person++) {
            if (found.rank(person) != 0) {
                explanations.why(person, 0);
            }
        }
        accept(Audit.verify(found, "bench"));
    }

    /// The certificate (seats, prices, sums, tie-break) apart from the numbers of the draw.
    private static Map<String, String> verification(Crowd crowd) {
        var found = Allocator.run(crowd.instance(), Rule.EQUITE, Lottery.drawn(crowd.instance(), "bench"));
        var claim = Audit.claim(found, "bench");
        var figures = new LinkedHashMap<String, String>();
        figures(figures, "claim", Meter.Taken.mean(2, 5, () -> Audit.claim(found, "bench")));
        var whole = Meter.Taken.mean(3, 10, () -> accept(Verifier.verify(claim)));
        var certificate = Meter.Taken.mean(20, 40, () -> accept(Verifier.certify(claim)));
        figures(figures, "whole", whole);
        figures(figures, "certificate", certificate);
        figures.put("drawnAgainProcessorSeconds", number(whole.processor() - certificate.processor()));
        return figures;
    }

    /// Loading the wishes from PostgreSQL, then drawing and seating.
    private static Map<String, String> reading(Crowd crowd, int warmUp, int times) throws Exception {
        var figures = new LinkedHashMap<String, String>();
        try (var reading = new Reading(Path.of(System.getProperty("bench.jar")), crowd)) {
            var read = Meter.Taken.median(warmUp, times, reading::read);
            var instance = reading.read();
            var solve = Meter.Taken.median(
                    warmUp, times, () -> Allocator.run(instance, Rule.EQUITE, Lottery.drawn(instance, "bench")));
            figures.put("readSeconds", number(read.wall()));
            figures.put("solveSeconds", number(solve.wall()));
            figures.put("solveOverRead", number(solve.wall() / read.wall()));
        }
        return figures;
    }

    private static void figures(Map<String, String> figures, String name, Meter.Taken taken) {
        figures.put(name + "Seconds", number(taken.wall()));
        figures.put(name + "ProcessorSeconds", number(taken.processor()));
    }

    private static void accept(Report report) {
        if (!report.accepted()) {
            throw new IllegalStateException("refused");
        }
    }

    private static String gap(Allocation found, OrTools theirs) {
        var ours = new ArrayList<>(found.profile().byRank());
        ours.add(found.profile().none());
        if (!ours.equals(theirs.profile())) {
            throw new IllegalStateException("not the same profile: " + ours + " " + theirs.profile());
        }
        return "0";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
