package fr.preau.wording;

import java.util.Arrays;

/// The runs of four characters of a text, as sorted numbers without repeats.
final class Grams {
    private static final int LENGTH = 4;

    private final int[] sorted;

    private Grams(int[] sorted) {
        this.sorted = sorted;
    }

    static Grams of(String key) {
        var padded = " " + key + " ";
        var count = Math.max(0, padded.length() - LENGTH + 1);
        var all = new int[count];
        for (int i = 0; i < count; i++) {
            all[i] = number(padded, i);
        }
        return new Grams(Arrays.stream(all).sorted().distinct().toArray());
    }

    int[] sorted() {
        return sorted;
    }

    /// The share of runs that both have, among those that either has.
    double overlap(Grams other) {
        int i = 0;
        int j = 0;
        int common = 0;
        while (i < sorted.length && j < other.sorted.length) {
            var order = Integer.compare(sorted[i], other.sorted[j]);
            if (order == 0) {
                common++;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        var either = sorted.length + other.sorted.length - common;
        return either == 0 ? 0 : (double) common / either;
    }

    private static int number(String text, int from) {
        long mixed = 0;
        for (int i = from; i < from + LENGTH; i++) {
            mixed = mixed * 0x9E3779B97F4A7C15L + text.charAt(i);
        }
        return (int) (((mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L) >>> 32);
    }
}
