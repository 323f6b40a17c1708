package fr.preau.allocation;

import java.math.BigInteger;

/// For each person, the slots that are as good as the best they can have, prices counted. In a best seating everyone
/// holds one of theirs, and nobody loses anything by going to another.
final class Ties {
    private final int[] first;
    private final IntList slots;
    private final Levels levels;
    private final int[] best;

    Ties(Network network, Levels levels) {
        this.levels = levels;
        best = new int[levels.count()];
        first = new int[network.people + 1];
        // Most people have one.
        slots = new IntList(network.people + (network.people >> 3));
        for (var local = 0; local < network.people; local++) {
            best[gather(network, local)]++;
            first[local + 1] = slots.size();
        }
    }

    /// @return the level of the best
    private int gather(Network network, int local) {
        var least = Integer.MAX_VALUE;
        var last = network.mayLeave(local) ? network.slots : network.slots - 1;
        for (var slot = 0; slot <= last; slot++) {
            var place = network.place(local, slot);
            var level = place < 0 ? Integer.MAX_VALUE : levels.of(place, network.rank(slot));
            if (level < least) {
                least = level;
                slots.shorten(first[local]);
                slots.add(slot);
            } else if (level == least) {
                slots.add(slot);
            }
        }
        return least;
    }

    /// Where those of a person begin; those of the next one are past their last.
    int first(int local) {
        return first[local];
    }

    int slot(int index) {
        return slots.get(index);
    }

    /// The best of everyone, summed.
    BigInteger total() {
        var total = BigInteger.ZERO;
        for (var level = 0; level < best.length; level++) {
            if (best[level] > 0) {
                total = total.add(levels.sum(level).multiply(BigInteger.valueOf(best[level])));
            }
        }
        return total;
    }
}
