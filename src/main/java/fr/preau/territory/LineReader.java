package fr.preau.territory;

import java.util.List;

/// Reads a line's cells as what the file is about.
@FunctionalInterface
interface LineReader<T> {
    Outcome<T> read(long line, List<String> cells);

    sealed interface Outcome<T> {}

    record Read<T>(T line) implements Outcome<T> {}

    /// `column` is the one at fault (« celle du nom »), empty when it is not one alone.
    record Refused<T>(String reason, String column) implements Outcome<T> {
        Refused(String reason) {
            this(reason, "");
        }
    }
}
