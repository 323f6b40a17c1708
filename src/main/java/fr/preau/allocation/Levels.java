package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// Every sum "cost of a rank + price of a place" of a component, replaced by its position among all of them: who is
/// best
/// off where is then a comparison of small numbers, exact whatever the size of the sums.
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

    /// The level of the best a person can have.
    int best(Network network, int local) {
        var best = network.mayLeave(local) ? of(network.places, network.ranks) : Integer.MAX_VALUE;
        for (var slot = 0; slot < network.slots; slot++) {
            var place = network.place(local, slot);
            if (place >= 0) {
                best = Math.min(best, of(place, network.rank(slot)));
            }
        }
        return best;
    }

    /// The best of everyone, summed.
    BigInteger total(Network network) {
        var counts = new int[sorted.length];
        for (var local = 0; local < network.people; local++) {
            counts[best(network, local)]++;
        }
        var total = BigInteger.ZERO;
        for (var each = 0; each < counts.length; each++) {
            if (counts[each] > 0) {
                total = total.add(sorted[each].multiply(BigInteger.valueOf(counts[each])));
            }
        }
        return total;
    }
}
