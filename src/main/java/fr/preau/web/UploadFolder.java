package fr.preau.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/// Where files wait while they arrive: a folder of this process alone, so that what a killed one left is known by its
/// number and removed at the next start.
record UploadFolder(Path path) {
    private static final Logger log = LoggerFactory.getLogger(UploadFolder.class);

    static UploadFolder in(Path data) {
        try {
            var all = Files.createDirectories(data.toAbsolutePath().resolve("uploads"));
            clean(all);
            return new UploadFolder(Files.createDirectories(
                    all.resolve(Long.toString(ProcessHandle.current().pid()))));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static void clean(Path all) throws IOException {
        try (var folders = Files.newDirectoryStream(all)) {
            for (var folder : folders) {
                if (!isOfALivingProcess(folder)) {
                    FileSystemUtils.deleteRecursively(folder);
                    log.info("files half received by a process that is no more were removed");
                }
            }
        }
    }

    private static boolean isOfALivingProcess(Path folder) {
        var name = folder.getFileName().toString();
        return name.matches("\\d{1,18}")
                && Long.parseLong(name) != ProcessHandle.current().pid()
                && ProcessHandle.of(Long.parseLong(name)).isPresent();
    }
}
