package fr.preau.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What every page met weighs, and what is wrong with it. Each page is checked once a run, whoever meets it again.
final class PageReport {
    /// The design asks an A of every page.
    private static final int LEAST = 80;
    private static final Path FILE = Path.of("target", "pages.md");

    private final Map<String, EcoIndex> weights = new TreeMap<>();
    private final Map<String, String> titles = new TreeMap<>();
    private final Map<String, List<String>> problems = new TreeMap<>();

    /// Whether `page` is met for the first time.
    boolean opens(String page) {
        return problems.putIfAbsent(page, new ArrayList<>()) == null;
    }

    void weighs(String page, EcoIndex weight) {
        weights.put(page, weight);
        if (weight.score() < LEAST) {
            problem(page, "EcoIndex %.1f is below %d: %s".formatted(weight.score(), LEAST, weight));
        }
    }

    void isTitled(String page, String title) {
        var other = titles.putIfAbsent(title, page);
        if (title.isBlank()) {
            problem(page, "has no title");
        } else if (other != null && !other.equals(page)) {
            problem(page, "has the title of %s: %s".formatted(other, title));
        }
    }

    void problem(String page, String sentence) {
        problems.computeIfAbsent(page, _ -> new ArrayList<>()).add(sentence);
    }

    /// Everything found since the last call, a line each.
    List<String> takeProblems() {
        var lines = problems.entrySet().stream()
                .flatMap(page -> page.getValue().stream().map(problem -> page.getKey() + ": " + problem))
                .toList();
        problems.values().forEach(List::clear);
        return lines;
    }

    void write() throws IOException {
        var table = new StringBuilder("| page | nodes | requests | kB | EcoIndex |\n|---|---|---|---|---|\n");
        weights.forEach((page, weight) -> table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f | %.1f |%n",
                page,
                weight.nodes(),
                weight.requests(),
                weight.kilobytes(),
                weight.score())));
        Files.writeString(FILE, table);
        System.out.println(table);
    }
}
