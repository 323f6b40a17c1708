package fr.preau.allocation;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// The chains of moves of a seated component, from each place to the others: found when they are asked for, then kept.
final class Chains {
    final Exchange exchange;
    private final Costs costs;
    private final BigInteger[] prices;
    private final long @Nullable [] small;
    private final @Nullable Tree[] cheapest;
    private final @Nullable LatestTree[] latest;

    Chains(Exchange exchange, Costs costs, BigInteger[] prices) {
        this.exchange = exchange;
        this.costs = costs;
        this.prices = prices;
        small = small(costs.small(prices.length + 2));
        cheapest = new Tree[prices.length];
        latest = new LatestTree[prices.length];
    }

    /// What each move costs, prices counted; null when 64 bits do not hold it.
    private long @Nullable [] small(long @Nullable [] cost) {
        if (cost == null) {
            return null;
        }
        var moves = new long[exchange.pairs()];
        for (var pair = 0; pair < moves.length; pair++) {
            moves[pair] = cost[exchange.toRank(pair)]
                    - cost[exchange.fromRank(pair)]
                    + prices[exchange.to(pair)].longValueExact()
                    - prices[exchange.from(pair)].longValueExact();
        }
        return moves;
    }

    Tree cheapest(int place) {
        var tree = cheapest[place];
        if (tree == null) {
            tree = small == null ? new Tree.OfAnySize(exchange, costs, prices) : new Tree.Small(exchange, small);
            cheapest[place] = tree.from(place);
        }
        return tree;
    }

    LatestTree latest(int place) {
        var tree = latest[place];
        if (tree == null) {
            tree = new LatestTree(exchange);
            tree.from(place);
            latest[place] = tree;
        }
        return tree;
    }
}
