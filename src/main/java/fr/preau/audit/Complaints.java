package fr.preau.audit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is wrong in files, line by line, in French.
final class Complaints {
    private static final int MOST = 10_000;

    private final List<String> lines = new ArrayList<>();
    private int count;

    void add(Path file, int line, String reason) {
        count++;
        if (lines.size() < MOST) {
            lines.add("%s, ligne %d : %s".formatted(file.getFileName(), line, reason));
        }
    }

    boolean none() {
        return count == 0;
    }

    void print(PrintStream out) {
        lines.forEach(out::println);
        if (count > MOST) {
            out.println("… et %d autres.".formatted(count - MOST));
        }
    }
}
