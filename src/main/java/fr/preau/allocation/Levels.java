package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// Every sum "cost of a rank + price of a place" of a component, replaced by its position among all of them: who is
/// best off where is then a comparison of small numbers, exact whatever the size of the sums.
final class Levels {
    private final int ranks;
    private final int[] level;
    private final BigInteger[] sorted;

    Levels(Costs costs, BigInteger[] prices) {
        ranks = costs.ranks() + 1;
        var sums = new BigInteger[prices.length * ranks];
        Arrays.setAll(sums, cell -> prices[cell / ranks].add(costs.of(cell % ranks)));
        sorted = Arrays.stream(sums).sorted().distinct().toArray(BigInteger[]::new);
        level = new int[sums.length];
        Arrays.setAll(level, cell -> Arrays.binarySearch(sorted, sums[cell]));
    }

    int of(int place, int rank) {
        return level[place * ranks + rank];
    }

    int count() {
        return sorted.length;
    }

    /// The sum of a level.
    BigInteger sum(int ofLevel) {
        return sorted[ofLevel];
    }
}
