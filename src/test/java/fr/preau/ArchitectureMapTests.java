package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

/// Keeps the module map of `docs/architecture.md` true: what the code says is written there, and a commit that forgot
/// to take the new map along fails.
class ArchitectureMapTests {
    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)///\\s*(.+?)(?:\\n@|\\n///\\s*\\n)");

    private final ApplicationModules modules = ApplicationModules.of(Preau.class);

    @Test
    void architecturePageShowsTheModulesAsTheyAre() throws IOException {
        var page = Files.readString(PAGE);
        var current = Pattern.compile("(?s)<!-- map -->.*<!-- /map -->")
                .matcher(page)
                .replaceFirst("<!-- map -->\n" + map().replace("$", "\\$") + "<!-- /map -->");
        Files.writeString(PAGE, current);
        assertThat(page)
                .as("docs/architecture.md was out of date and has just been written anew: commit it")
                .isEqualTo(current);
    }

    private String map() {
        return "```mermaid\ngraph TD\n%s```\n\n| module | what it is for | stands on |\n|---|---|---|\n%s"
                .formatted(
                        lines(module -> below(module).stream()
                                .map(other -> "  %s --> %s%n".formatted(name(module), other))
                                .collect(Collectors.joining())),
                        lines(module -> "| `%s` | %s | %s |%n"
                                .formatted(name(module), purpose(module), String.join(", ", below(module)))));
    }

    private String lines(java.util.function.Function<ApplicationModule, String> line) {
        return modules.stream()
                .sorted(java.util.Comparator.comparing(ArchitectureMapTests::name))
                .map(line)
                .collect(Collectors.joining());
    }

    private java.util.List<String> below(ApplicationModule module) {
        return module.getDependencies(modules, DependencyDepth.IMMEDIATE)
                .uniqueModules()
                .map(ArchitectureMapTests::name)
                .distinct()
                .sorted()
                .toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }

    private static String purpose(ApplicationModule module) {
        var source = Path.of("src/main/java/fr/preau", name(module), "package-info.java");
        try {
            var found = FIRST_SENTENCE.matcher(Files.readString(source));
            return found.find() ? found.group(1).replaceAll("\\s*\\n///\\s*", " ") : "";
        } catch (IOException absent) {
            throw new java.io.UncheckedIOException(absent);
        }
    }
}
