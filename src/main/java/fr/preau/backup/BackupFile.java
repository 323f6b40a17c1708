package fr.preau.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A backup as it lies in its file, found whole: every byte was read and compared before anything is made of it.
final class BackupFile implements AutoCloseable {
    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupFile open(Path file) throws Refused {
        if (!Files.isReadable(file)) {
            throw new Refused("Le fichier %s n'existe pas, ou ne peut pas être lu.".formatted(file));
        }
        try {
            return open(file, new ZipFile(file.toFile()));
        } catch (IOException problem) {
            throw broken(file, problem);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /// The rows of a table, as COPY wrote them.
    InputStream rows(Table table) throws IOException {
        return zip.getInputStream(entry(zip, table.path()));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static BackupFile open(Path file, ZipFile zip) throws IOException, Refused {
        try {
            var backup = new BackupFile(file, zip, manifest(file, zip));
            backup.verify();
            return backup;
        } catch (IOException | Refused | RuntimeException problem) {
            zip.close();
            throw problem;
        }
    }

    /// The number of the format is read first: another one may have other fields.
    private static Manifest manifest(Path file, ZipFile zip) throws IOException, Refused {
        try (var words = zip.getInputStream(entry(zip, BackupWriter.MANIFEST))) {
            var tree = JsonMapper.shared().readTree(words);
            var format = tree.path("format").asInt(0);
            if (format > Manifest.FORMAT) {
                throw new Refused(
                        "La sauvegarde %s a été écrite par une version plus récente de Préau : restaurez-la avec cette version-là."
                                .formatted(file));
            }
            return Optional.ofNullable(JsonMapper.shared().treeToValue(tree, Manifest.class))
                    .filter(manifest -> format == Manifest.FORMAT)
                    .orElseThrow(() -> broken(file, null));
        } catch (JacksonException unreadable) {
            throw broken(file, unreadable);
        }
    }

    private void verify() throws IOException, Refused {
        if (!paths().equals(zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()))) {
            throw broken(file, null);
        }
        for (var entry : manifest.tables()) {
            var digest = new TableDigest();
            try (var rows = rows(entry.table())) {
                rows.transferTo(digest);
            }
            if (!digest.result().equals(entry.rows())) {
                throw broken(file, null);
            }
        }
    }

    private Set<String> paths() {
        var paths = new HashSet<>(Set.of(BackupWriter.MANIFEST));
        manifest.tables().forEach(entry -> paths.add(entry.table().path()));
        return paths;
    }

    private static ZipEntry entry(ZipFile zip, String path) throws ZipException {
        return Optional.ofNullable(zip.getEntry(path)).orElseThrow(() -> new ZipException(path));
    }

    private static Refused broken(Path file, @org.jspecify.annotations.Nullable Throwable cause) {
        return new Refused(
                "Le fichier %s n'est pas une sauvegarde de Préau, ou il est abîmé ou incomplet : rien n'a été restauré."
                        .formatted(file),
                cause);
    }
}
