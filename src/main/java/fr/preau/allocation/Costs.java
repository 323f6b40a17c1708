package fr.preau.allocation;

import java.math.BigInteger;
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
        var none = base.pow(Math.max(ranks - 1, 0));
        for (var rank = 0; rank < ranks; rank++) {
            costs[rank] = cost(rule, rank, none);
        }
        costs[ranks] = none;
    }

    private BigInteger cost(Rule rule, int rank, BigInteger none) {
        if (rank == 0) {
            return BigInteger.ZERO;
        }
        return rule == Rule.EQUITE ? base.pow(rank - 1) : none.subtract(base.pow(ranks - 1 - rank));
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
    long @Nullable [] small(int chain) {
        try {
            Math.multiplyExact(Math.multiplyExact(costs[ranks].longValueExact(), 8L), chain + 1L);
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
        if (ranks == 0) {
            return gain;
        }
        var rest = price;
        for (var digit = 0; digit < ranks; digit++) {
            var low = rest.mod(base);
            var signed = low.compareTo(base.shiftRight(1)) > 0 ? low.subtract(base) : low;
            rest = rest.subtract(signed).divide(base);
            if (rule == Rule.EQUITE) {
                gain[digit == ranks - 1 ? ranks : digit + 1] = -signed.intValueExact();
            } else {
                gain[ranks - 1 - digit] = signed.intValueExact();
            }
        }
        var others = java.util.Arrays.stream(gain).sum();
        gain[rule == Rule.EQUITE ? 0 : ranks] = -others;
        return gain;
    }
}
