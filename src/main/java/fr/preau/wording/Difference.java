package fr.preau.wording;

import fr.preau.wording.Words.Word;
import java.util.ArrayList;
import java.util.List;

/// What to take away from one text, and what to add, to have the other: word by word, whatever the case, the accents
/// and the punctuation.
public record Difference(List<Piece> pieces) {
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /// A run of words that both have, or that only the first (`GONE`) or only the second (`NEW`) has.
    public record Piece(Kind kind, String words) {}

    /// One word, on its way to become a piece.
    record Step(Kind kind, Word word) {}

    /// Above this many pairs of words the texts are taken whole.
    private static final long PAIRS = 4_000_000;

    public Difference {
        pieces = List.copyOf(pieces);
    }

    static Difference of(List<Step> steps) {
        var pieces = new ArrayList<Piece>();
        for (var step : steps) {
            var joins = !pieces.isEmpty() && pieces.getLast().kind() == step.kind();
            var before = joins ? pieces.removeLast().words() : "";
            pieces.add(new Piece(step.kind(), before + step.word().shown()));
        }
        return new Difference(pieces);
    }

    /// By the longest common run of words.
    static List<Step> steps(Words one, Words other) {
        var old = one.list();
        var young = other.list();
        var steps = new ArrayList<Step>();
        if ((long) old.size() * young.size() > PAIRS) {
            old.forEach(word -> steps.add(new Step(Kind.GONE, word)));
            young.forEach(word -> steps.add(new Step(Kind.NEW, word)));
            return steps;
        }
        var common = common(old, young);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < young.size()) {
            if (i < old.size() && j < young.size() && same(old.get(i), young.get(j))) {
                steps.add(new Step(Kind.SAME, young.get(j++)));
                i++;
            } else if (j == young.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step(Kind.GONE, old.get(i++)));
            } else {
                steps.add(new Step(Kind.NEW, young.get(j++)));
            }
        }
        return steps;
    }

    private static int[][] common(List<Word> old, List<Word> young) {
        var common = new int[old.size() + 1][young.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = young.size() - 1; j >= 0; j--) {
                common[i][j] = same(old.get(i), young.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static boolean same(Word one, Word other) {
        return one.folded().equals(other.folded());
    }
}
