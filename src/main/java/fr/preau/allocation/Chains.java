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
    private final @Nullable Explanation[] @Nullable [] answers;

    Chains(Exchange exchange, Costs costs, BigInteger[] prices) {
        this.exchange = exchange;
        this.costs = costs;
        this.prices = prices;
        small = small(costs.small(prices.length + 2));
        cheapest = new Tree[prices.length];
        latest = new LatestTree[prices.length];
        answers = new Explanation[exchange.pairs()][];
    }

    /// What each move costs, prices counted; null when 64 bits do not hold it.
    private long @Nullable [] small(long @Nullable [] cost) {
        if (cost == null) {
            return null;
        }
        var moves = new long[exchange.pairs()];
        for (var from = 0; from < prices.length; from++) {
            for (var pair = exchange.first(from); pair < exchange.first(from + 1); pair++) {
                moves[pair] = cost[exchange.toRank(pair)]
                        - cost[exchange.fromRank(pair)]
                        + prices[exchange.to(pair)].longValueExact()
                        - prices[from].longValueExact();
            }
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

    /// What is answered about each change of rank to whoever sits in a place and wishes for another.
    @Nullable
    Explanation[] answers(int from, int to, int changes) {
        var pair = exchange.pair(from, to);
        var known = answers[pair];
        if (known == null) {
            known = new Explanation[changes];
            answers[pair] = known;
        }
        return known;
    }
}
