package fr.preau.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Which texts are worth comparing, without comparing each with each: MinHash signatures of 128 numbers cut in 32 bands
/// of 4; two texts that share half their runs of four characters meet in one band with a probability of 0.87, those
/// that share 0.7 with 0.9999. Drawn from a fixed seed: the same texts always give the same candidates.
final class Candidates {
    private static final int HASHES = 128;
    private static final int ROWS = 4;
    private static final long SEED = 20201105;

    /// In one bucket each is compared with this many that follow: thousands of the same model text stay thousands of
    /// comparisons.
    private static final int NEXT = 24;

    /// Signatures that agree less than this tell of texts that share less than half: not worth a closer look.
    private static final int AGREEING = 51;

    private static final long[] FACTORS =
            new SplittableRandom(SEED).longs(HASHES).map(factor -> factor | 1).toArray();
    private static final long[] SHIFTS =
            new SplittableRandom(SEED + 1).longs(HASHES).toArray();

    private Candidates() {}

    /// Pairs of positions, each `first << 32 | second`, first before second, in order and once.
    static long[] among(List<Grams> texts) {
        var signatures = texts.stream().map(Candidates::signature).toList();
        var pairs = new ArrayList<Long>();
        for (int band = 0; band < HASHES / ROWS; band++) {
            addBuckets(signatures, band * ROWS, pairs);
        }
        return pairs.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private static int[] signature(Grams text) {
        var least = new int[HASHES];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (var gram : text.sorted()) {
            for (int i = 0; i < HASHES; i++) {
                least[i] = Math.min(least[i], (int) ((FACTORS[i] * gram + SHIFTS[i]) >>> 32));
            }
        }
        return least;
    }

    private static void addBuckets(List<int[]> signatures, int from, List<Long> pairs) {
        var keyed = new long[signatures.size()];
        for (int i = 0; i < keyed.length; i++) {
            keyed[i] = ((long) bandOf(signatures.get(i), from) << 32) | i;
        }
        Arrays.sort(keyed);
        for (int i = 0; i < keyed.length; i++) {
            for (int j = i + 1; j < keyed.length && j <= i + NEXT && keyed[i] >> 32 == keyed[j] >> 32; j++) {
                if (agree(signatures.get((int) keyed[i]), signatures.get((int) keyed[j]))) {
                    pairs.add((keyed[i] << 32) | (keyed[j] & 0xFFFFFFFFL));
                }
            }
        }
    }

    private static boolean agree(int[] one, int[] other) {
        int same = 0;
        for (int i = 0; i < HASHES; i++) {
            same += one[i] == other[i] ? 1 : 0;
        }
        return same >= AGREEING;
    }

    private static int bandOf(int[] signature, int from) {
        long mixed = from;
        for (int i = from; i < from + ROWS; i++) {
            mixed = (mixed ^ signature[i]) * 0x9E3779B97F4A7C15L;
            mixed ^= mixed >>> 31;
        }
        return (int) (mixed >>> 16);
    }
}
