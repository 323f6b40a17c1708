package fr.preau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What an installation is called is a setting: the software's own name stands nowhere in what people read, but where
/// the software itself is meant.
class ServiceNameUnitTests {
    private static final Set<String> THE_SOFTWARE = Set.of(
            "Cette plateforme fonctionne avec Préau, un logiciel libre", "Avec le logiciel libre Préau téléchargé");

    /// Said to whoever starts the platform, or types one of its commands.
    private static final Set<String> TO_ADMINISTRATORS =
            Set.of("audit", "backup", "database", "Preau.java", "SoundSettings.java");

    @Test
    void isWrittenInNoPageNorLetter() throws IOException {
        assertThat(linesNamingIt(Path.of("src/main/jte"), _ -> true))
                .filteredOn(line -> THE_SOFTWARE.stream().noneMatch(line::contains))
                .isEmpty();
    }

    @Test
    void isWrittenInNoSentenceOfTheCode() throws IOException {
        var code = Path.of("src/main/java/fr/preau");

        assertThat(linesNamingIt(
                        code,
                        file -> !TO_ADMINISTRATORS.contains(
                                code.relativize(file).getName(0).toString())))
                .filteredOn(line -> !line.contains("//") && !line.contains("@DefaultValue(\"Préau\")"))
                .filteredOn(line -> !line.contains("-//%s//Préau//FR"))
                .isEmpty();
    }

    @Test
    void isNoAddressOfNobody() throws IOException {
        assertThat(lines(Path.of("src/main/jte"), _ -> true).filter(line -> line.contains("preau.example")))
                .isEmpty();
    }

    private static List<String> linesNamingIt(Path folder, Predicate<Path> files) throws IOException {
        return lines(folder, files).filter(line -> line.contains("Préau")).toList();
    }

    private static Stream<String> lines(Path folder, Predicate<Path> files) throws IOException {
        try (var all = Files.walk(folder)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(files)
                    .flatMap(file -> read(file).lines().map(line -> folder.relativize(file) + ": " + line.strip()))
                    .toList()
                    .stream();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
