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
    boolean closer(int from, int to, int pair) {
        var number = Math.min(latest[from], pair < 0 ? Integer.MAX_VALUE : exchange.latest(pair));
        if (number <= latest[to]) {
            return false;
        }
        latest[to] = number;
        return true;
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
