package fr.preau.allocation;

import java.math.BigInteger;

/// The arithmetic of one component: a potential for each place, under which no move costs less than nothing. In 64 bits
/// where they suffice ([LongDuals]), in whole numbers of any size elsewhere ([BigDuals]).
interface Duals {
    /// Raises the potentials until the nearest free seat of an overfull place is reached at no reduced cost.
    ///
    /// @return whether there is one
    boolean advance(Seating seating);

    /// Whether a move is at no reduced cost.
    boolean tight(int from, int to, int fromRank, int toRank);

    /// Whether a free seat here is as near as any.
    boolean atSink(int place);

    /// Of all price vectors that prove the seating best, the smallest: what one more seat in each place would gain.
    BigInteger[] smallestPrices(Seating seating);

    static Duals of(Network network, Costs costs, boolean anySecured) {
        var small = costs.small(anySecured ? network.places + 2 : 1);
        return small == null ? new BigDuals(network, costs) : new LongDuals(network, small);
    }
}
