package fr.preau.backup;

import fr.preau.database.ModuleMigrations.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup says of itself: the last entry of the file, so that a file cut short has none.
///
/// `modules` are the migrations that had been applied; `sequences` the last number each gave; `left` the tables that
/// are not in it.
record Manifest(
        int format,
        String preau,
        String postgresql,
        Instant at,
        Map<String, List<Step>> modules,
        List<Entry> tables,
        Map<String, Long> sequences,
        List<String> left) {
    static final int FORMAT = 1;

    /// A table and what its rows come to ([TableDigest]).
    record Entry(Table table, TableDigest.Result rows) {}

    long rows() {
        return tables.stream().mapToLong(entry -> entry.rows().rows()).sum();
    }
}
