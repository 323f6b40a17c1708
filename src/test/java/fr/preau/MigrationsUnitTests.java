package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A migration that somebody's database was given never changes: Flyway would refuse that database, and a backup of it
/// could not be restored. The list is what was; a new migration is a new line.
class MigrationsUnitTests {
    private static final Path FOLDER = Path.of("src", "main", "resources", "db", "migration");
    private static final Path LIST = Path.of("src", "test", "resources", "fr", "preau", "migrations.sha256");

    @Test
    void staysAsItWasApplied() throws IOException {
        var now = now();
        list().forEach((file, digest) -> assertThat(now.get(file))
                .as(
                        "%s was applied to databases that exist: put it back as it was, and write what you want in a new migration",
                        file)
                .isEqualTo(digest));
    }

    @Test
    void isListed() throws IOException {
        var listed = list();
        var missing = now().entrySet().stream()
                .filter(migration -> !listed.containsKey(migration.getKey()))
                .map(migration -> migration.getValue() + "  " + migration.getKey())
                .collect(Collectors.joining("\n"));
        assertThat(missing)
                .as("once a new migration is what you want, add these lines to %s; from then on it never changes", LIST)
                .isEmpty();
    }

    private static Map<String, String> list() throws IOException {
        try (var lines = Files.lines(LIST)) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("  "))
                    .collect(Collectors.toMap(line -> line[1], line -> line[0]));
        }
    }

    private static Map<String, String> now() throws IOException {
        var digests = new TreeMap<String, String>();
        try (var all = Files.walk(FOLDER)) {
            for (var file : all.filter(path -> path.toString().endsWith(".sql")).toList()) {
                digests.put(FOLDER.relativize(file).toString().replace('\\', '/'), sha256(file));
            }
        }
        return digests;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java has it
        }
    }
}
