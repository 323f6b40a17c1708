package fr.preau.territory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes a file's lines a few hundred at a time, whatever its size, and counts what was read and what was refused.
final class Tally<T> {
    private static final int AT_A_TIME = 500;

    private final LineReader<T> reader;
    private final Consumer<List<T>> store;
    private final List<T> waiting = new ArrayList<>();
    private final List<ImportReport.Refusal> refusals = new ArrayList<>();
    private int rows;
    private final Set<String> columns = new HashSet<>();
    private int rejected;

    Tally(LineReader<T> reader, Consumer<List<T>> store) {
        this.reader = reader;
        this.store = store;
    }

    /// Every line goes to the store, or among the refusals.
    Tally<T> take(TableFile<?> file, TableLines.Repair repair, Imports.Progress progress) {
        try (var reading = file.read(repair)) {
            for (var cut = reading.next(); cut != null; cut = reading.next()) {
                take(cut);
                if (waiting.size() == AT_A_TIME) {
                    flush();
                    progress.at(reading.count().bytes());
                }
            }
            flush();
            progress.at(reading.count().bytes());
            return this;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    int rows() {
        return rows;
    }

    int rejected() {
        return rejected;
    }

    /// The one column at fault when every line is refused for its sake (« celle du nom »); empty otherwise.
    Optional<String> onlyFault() {
        return rejected > 0 && rejected == rows && columns.size() == 1
                ? columns.stream().filter(column -> !column.isEmpty()).findFirst()
                : Optional.empty();
    }

    List<ImportReport.Refusal> refusals() {
        return refusals;
    }

    private void take(TableLines.Cut cut) {
        rows++;
        if (cut.cells() == null) {
            refuse(cut.line(), cut.reason(), "");
            return;
        }
        switch (reader.read(cut.line(), cut.cells())) {
            case LineReader.Read<T>(var line) -> waiting.add(line);
            case LineReader.Refused<T>(var reason, var column) -> refuse(cut.line(), reason, column);
        }
    }

    private void refuse(long line, String reason, String column) {
        rejected++;
        columns.add(column);
        if (refusals.size() < ImportReport.DETAILED) {
            refusals.add(new ImportReport.Refusal(line, reason));
        }
    }

    private void flush() {
        if (!waiting.isEmpty()) {
            store.accept(List.copyOf(waiting));
            waiting.clear();
        }
    }
}
