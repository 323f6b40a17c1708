package fr.preau.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The log of the embedded server: what grows beyond five megabytes is put aside, in place of what was put aside before.
/// PostgreSQL appends to the file: emptied under it, it goes on from the start.
record ServerLog(Path file) {
    private static final long MOST = 5_000_000;

    void bound() throws IOException {
        if (Files.exists(file) && Files.size(file) > MOST) {
            Files.copy(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                    .close();
        }
    }
}
