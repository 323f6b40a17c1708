package fr.preau.territory;

import java.util.List;

/// Reads a line's cells as what the file is about.
@FunctionalInterface
interface LineReader<T> {
    Outcome<T> read(long line, List<String> cells);

    sealed interface Outcome<T> {}

    record Read<T>(T line) implements Outcome<T> {}

    record Refused<T>(String reason) implements Outcome<T> {}
}
