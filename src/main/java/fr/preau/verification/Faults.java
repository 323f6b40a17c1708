package fr.preau.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// What was found wrong so far, by whoever looks at the same time, without naming the same thing a million times.
final class Faults {
    private static final int MOST = 1000;

    private final LinkedHashSet<Fault> found = new LinkedHashSet<>();
    private final LinkedHashSet<Integer> parts = new LinkedHashSet<>();

    synchronized void whole(Fault.Kind kind, String subject) {
        found.add(new Fault(-1, kind, subject));
    }

    /// A fault beyond the first thousand is kept only when it is the first of its component.
    synchronized void in(int part, Fault.Kind kind, String subject) {
        if (parts.add(part) || found.size() < MOST) {
            found.add(new Fault(part, kind, subject));
        }
    }

    /// What was thought to be apart is one.
    void join() {
        var joined = found.stream()
                .map(fault -> new Fault(Math.min(fault.part(), 0), fault.kind(), fault.subject()))
                .toList();
        found.clear();
        found.addAll(joined);
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Fault> sorted() {
        var all = new ArrayList<>(found);
        all.sort(java.util.Comparator.comparingInt(Fault::part));
        return all;
    }
}
