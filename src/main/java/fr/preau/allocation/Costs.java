package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a rank costs under a rule: whole numbers so far apart that no chain of moves outweighs one step of a more
/// important rank. `docs/allocation.md` has the formulas and why this base is enough.
final class Costs {
    private final int ranks;
    private final BigInteger base;
    private final BigInteger[] costs;

    /// @param places of the largest component, kept ones counted apart
    Costs(Rule rule, int ranks, int places) {
        this.ranks = ranks;
        base = BigInteger.TWO.multiply(BigInteger.valueOf(places + 2L));
        costs = new BigInteger[ranks + 1];
        for (var rank = 0; rank < ranks; rank++) {
            costs[rank] = cost(rule, rank);
        }
        costs[ranks] = base.pow(Math.max(ranks - 1, 0));
    }

    private BigInteger cost(Rule rule, int rank) {
        if (rank == 0) {
            return BigInteger.ZERO;
        }
        if (rule == Rule.EQUITE) {
            return base.pow(rank - 1);
        }
        var last = base.pow(ranks - 2);
        return rank == ranks - 1 ? last : last.subtract(base.pow(ranks - 2 - rank));
    }

    int ranks() {
        return ranks;
    }

    BigInteger base() {
        return base;
    }

    /// Of a rank counted from 0; that of [#ranks] is the cost of having no seat.
    BigInteger of(int rank) {
        return costs[rank];
    }

    /// The costs as 64-bit numbers, or null when sums of them could overflow.
    ///
    /// @param chain how many "no seat" the longest chain that matters may cost
    long @Nullable [] small(long chain) {
        try {
            Math.multiplyExact(Math.multiplyExact(costs[ranks].longValueExact(), 8L), chain + 1);
        } catch (ArithmeticException tooLarge) {
            return null;
        }
        var small = new long[ranks + 1];
        for (var rank = 0; rank <= ranks; rank++) {
            small[rank] = costs[rank].longValueExact();
        }
        return small;
    }

    /// What a price says: how many more people at each rank, then without a seat, one more seat would make.
    static int[] gain(Rule rule, int ranks, BigInteger base, BigInteger price) {
        var gain = new int[ranks + 1];
        var rest = price;
        for (var digit = 0; digit < ranks; digit++) {
            var low = rest.mod(base);
            var signed = low.compareTo(base.shiftRight(1)) > 0 ? low.subtract(base) : low;
            rest = rest.subtract(signed).divide(base);
            count(rule, ranks, digit, signed.intValueExact(), gain);
        }
        gain[rule == Rule.EQUITE ? 0 : Math.max(ranks - 1, 0)] =
                -Arrays.stream(gain).sum();
        return gain;
    }

    /// The greatest digit is people seated, under both rules. Whoever is at another rank than the last has by that a
    /// cost less than the last wish under `premiers`, and its digit tells them; under `equite` each is a loss.
    private static void count(Rule rule, int ranks, int digit, int value, int[] gain) {
        if (digit == ranks - 1) {
            gain[ranks] = -value;
            gain[0] += rule == Rule.PREMIERS && ranks > 1 ? value : 0;
        } else if (rule == Rule.EQUITE) {
            gain[digit + 1] = -value;
        } else {
            gain[ranks - 2 - digit] += value;
        }
    }
}
