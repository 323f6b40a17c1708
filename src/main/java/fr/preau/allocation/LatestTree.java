package fr.preau.allocation;

import java.util.Arrays;

/// The chains at no cost from one place to all others whose first in the draw comes as late as possible.
final class LatestTree extends Tree {
    private final Exchange exchange;
    private final int[] latest;

    LatestTree(Exchange exchange) {
        super(exchange);
        this.exchange = exchange;
        latest = new int[exchange.sink() + 1];
    }

    @Override
    void start(int place) {
        Arrays.fill(latest, 0);
        latest[place] = Integer.MAX_VALUE;
    }

    @Override
    boolean nearer(int one, int other) {
        return latest[one] > latest[other];
    }

    @Override
    void level(int near, int to) {
        latest[to] = latest[near];
    }

    @Override
    void moves(int from) {
        var here = latest[from];
        var end = exchange.firstDear(from);
        for (var pair = exchange.first(from); pair < end; pair++) {
            var to = exchange.to(pair);
            var number = Math.min(here, exchange.latest(pair));
            if (number > latest[to]) {
                latest[to] = number;
                reach(from, to, pair);
            }
        }
    }

    @Override
    boolean isFree(int place) {
        return latest[place] > 0;
    }

    /// The number of the first in the draw on the way here.
    int number(int place) {
        return latest[place];
    }
}
