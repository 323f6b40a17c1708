package fr.preau.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/// A run of words that two texts share, or that only one of them has.
public record WordChange(Kind kind, String words) {
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|[^\\p{L}\\p{M}\\p{N}\\s]");
    /// Above this many pairs of words the texts are shown whole, one gone and one new.
    private static final long PAIRS = 4_000_000;

    boolean isGone() {
        return kind == Kind.GONE;
    }

    boolean isNew() {
        return kind == Kind.NEW;
    }

    /// How to go from one to the other by the longest common run of words, neighbours of a kind joined.
    static List<WordChange> between(String before, String after) {
        if (before.equals(after)) {
            return before.isEmpty() ? List.of() : List.of(new WordChange(Kind.SAME, before));
        }
        var old = words(before);
        var young = words(after);
        return joined(
                (long) old.size() * young.size() > PAIRS
                        ? List.of(new WordChange(Kind.GONE, before), new WordChange(Kind.NEW, after))
                        : walk(old, young, lengths(old, young)));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    private static int[][] lengths(List<String> old, List<String> young) {
        var common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(young.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<WordChange> walk(List<String> old, List<String> young, int[][] common) {
        var changes = new ArrayList<WordChange>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && old.get(i).equals(young.get(j))) {
                changes.add(new WordChange(Kind.SAME, old.get(i++)));
                j++;
            } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                changes.add(new WordChange(Kind.GONE, old.get(i++)));
            } else {
                changes.add(new WordChange(Kind.NEW, young.get(j++)));
            }
        }
        return Collections.unmodifiableList(changes);
    }

    /// One side of a comparison: a space between two words gone, or two words new, goes with them.
    static List<WordChange> side(List<WordChange> changes, Kind left) {
        var side = new ArrayList<WordChange>();
        for (var change : changes) {
            if (change.kind() == left) {
                continue;
            }
            var last = side.isEmpty() ? null : side.getLast();
            var before = side.size() < 2 ? null : side.get(side.size() - 2);
            if (last != null && before != null && last.words().isBlank() && before.kind() == change.kind()) {
                side.removeLast();
                side.removeLast();
                side.add(new WordChange(change.kind(), before.words() + last.words() + change.words()));
            } else {
                side.add(change);
            }
        }
        return joined(side);
    }

    private static List<WordChange> joined(List<WordChange> changes) {
        var joined = new ArrayList<WordChange>();
        for (var change : changes) {
            if (change.words().isEmpty()) {
                continue;
            }
            if (!joined.isEmpty() && joined.getLast().kind() == change.kind()) {
                joined.add(new WordChange(change.kind(), joined.removeLast().words() + change.words()));
            } else {
                joined.add(change);
            }
        }
        return joined;
    }
}
