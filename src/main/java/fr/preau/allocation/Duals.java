package fr.preau.allocation;

import java.math.BigInteger;

/// The arithmetic of one component: a potential for each place, under which no move costs less than nothing. In 64
/// bits where they suffice ([LongDuals]), in whole numbers of any size elsewhere ([BigDuals]).
interface Duals {
    /// Changes the potentials until an overfull place has a chain of moves to a free seat at no reduced cost.
    ///
    /// @return false when one can have none
    boolean advance(Seating seating);

    /// Whether a move is at no reduced cost.
    boolean tight(int from, int to, int fromRank, int toRank);

    /// Whether a free seat here is as near as any.
    boolean atSink(int place);

    /// Of all price vectors that prove the seating best, the smallest: what one more seat in each place would gain.
    BigInteger[] smallestPrices(Seating seating);

    /// Potentials stay within some chains' worth of having no seat. No chain costs more than one where everyone may
    /// leave; elsewhere it may cost one at each place, and a place from which no chain leads to a free seat may go
    /// down in every search, as another place does in each.
    static Duals of(Network network, Costs costs, boolean anySecured) {
        var chain = anySecured ? network.places * (network.places + 2L) : 1;
        var small = costs.small(chain);
        return small == null ? new BigDuals(network, costs) : new LongDuals(network, small);
    }
}
