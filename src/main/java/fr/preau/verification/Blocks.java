package fr.preau.verification;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Goes through many people on all cores, some thousands at a time.
final class Blocks {
    private static final int BLOCK = 1 << 14;

    /// What is done with the people from one number to before another.
    interface Work<T> {
        void look(T into, int from, int to);
    }

    private Blocks() {}

    static <T> T gather(int people, Supplier<T> empty, Work<T> work, BiConsumer<T, T> join) {
        var blocks = IntStream.range(0, (people + BLOCK - 1) / BLOCK);
        return (people > BLOCK ? blocks.parallel() : blocks)
                .collect(
                        empty,
                        (into, block) -> work.look(into, block * BLOCK, Math.min(people, (block + 1) * BLOCK)),
                        join);
    }

    static void each(int people, Work<int[]> work) {
        gather(people, () -> new int[0], work, (one, other) -> {});
    }

    static void addAll(int[] counts, int[] others) {
        for (var each = 0; each < counts.length; each++) {
            counts[each] += others[each];
        }
    }
}
