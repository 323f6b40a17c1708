package fr.preau.synthesis;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A publication as it was served for a time: `digest` is that of its `datapackage.json`, null while its files are
/// being made; `removals` are what it is without and the one before was not; `files` the names and digests of what was
/// served, empty for the present one.
record Revision(int number, LocalDate day, @Nullable String digest, List<Removal> removals, List<FormerFile> files) {
    Revision {
        removals = List.copyOf(removals);
        files = List.copyOf(files);
    }

    record Removal(String reference, String reason) {}

    record FormerFile(String name, String digest, int size) {}
}
