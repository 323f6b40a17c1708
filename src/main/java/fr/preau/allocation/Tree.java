package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The cheapest chains of moves from one place to all others, a seat left free counted as a move that costs nothing.
abstract class Tree {
    private final Exchange exchange;
    private final Heap heap;
    private final int[] parent;
    private final int[] through;

    Tree(Exchange exchange) {
        this.exchange = exchange;
        var size = exchange.sink() + 1;
        heap = new Heap(size, this::nearer);
        parent = new int[size];
        through = new int[size];
    }

    static Tree cheapest(Exchange exchange, Costs costs, BigInteger[] prices) {
        var small = costs.small(prices.length + 2);
        return small == null ? new OfAnySize(exchange, costs, prices) : new Small(exchange, small, prices);
    }

    /// Grows it from one place.
    final Tree from(int place) {
        Arrays.fill(parent, -1);
        start(place);
        parent[place] = place;
        heap.add(place);
        while (!heap.isEmpty()) {
            exchange.each(heap.poll(), this::reach);
        }
        return this;
    }

    private void reach(int from, int to, int pair) {
        if (closer(from, to, pair)) {
            parent[to] = from;
            through[to] = pair;
            heap.add(to);
        }
    }

    final boolean reaches(int place) {
        return parent[place] >= 0;
    }

    final int parent(int place) {
        return parent[place];
    }

    /// The pair of places moved between to come here from [#parent], or -1 when nobody moves.
    final int through(int place) {
        return through[place];
    }

    abstract void start(int place);

    abstract boolean nearer(int one, int other);

    /// Whether a move brings a place closer than it was; remembers it then.
    abstract boolean closer(int from, int to, int pair);

    /// Whether coming here costs nothing.
    abstract boolean isFree(int place);

    /// In 64 bits.
    private static final class Small extends Tree {
        private final Exchange exchange;
        private final long[] cost;
        private final long[] price;
        private final long[] distance;

        Small(Exchange exchange, long[] cost, BigInteger[] prices) {
            super(exchange);
            this.exchange = exchange;
            this.cost = cost;
            price = Arrays.stream(prices).mapToLong(BigInteger::longValueExact).toArray();
            distance = new long[exchange.sink() + 1];
        }

        @Override
        void start(int place) {
            Arrays.fill(distance, Long.MAX_VALUE);
            distance[place] = 0;
        }

        @Override
        boolean nearer(int one, int other) {
            return distance[one] < distance[other];
        }

        @Override
        boolean closer(int from, int to, int pair) {
            var through = distance[from];
            if (through >= distance[to]) {
                return false; // no move costs less than nothing
            }
            if (pair >= 0) {
                through += cost[exchange.toRank(pair)] + price[to] - cost[exchange.fromRank(pair)] - price[from];
            }
            if (through >= distance[to]) {
                return false;
            }
            distance[to] = through;
            return true;
        }

        @Override
        boolean isFree(int place) {
            return distance[place] == 0;
        }
    }

    /// In whole numbers of any size.
    private static final class OfAnySize extends Tree {
        private final Exchange exchange;
        private final Costs costs;
        private final BigInteger[] price;
        private final @Nullable BigInteger[] distance;

        OfAnySize(Exchange exchange, Costs costs, BigInteger[] prices) {
            super(exchange);
            this.exchange = exchange;
            this.costs = costs;
            price = prices;
            distance = new @Nullable BigInteger[exchange.sink() + 1];
        }

        @Override
        void start(int place) {
            Arrays.fill(distance, null);
            distance[place] = BigInteger.ZERO;
        }

        private BigInteger known(int place) {
            return java.util.Objects.requireNonNull(distance[place]);
        }

        @Override
        boolean nearer(int one, int other) {
            return known(one).compareTo(known(other)) < 0;
        }

        @Override
        boolean closer(int from, int to, int pair) {
            var through = known(from);
            if (pair >= 0) {
                through = through.add(costs.of(exchange.toRank(pair)))
                        .add(price[to])
                        .subtract(costs.of(exchange.fromRank(pair)))
                        .subtract(price[from]);
            }
            var before = distance[to];
            if (before != null && through.compareTo(before) >= 0) {
                return false;
            }
            distance[to] = through;
            return true;
        }

        @Override
        boolean isFree(int place) {
            return known(place).signum() == 0;
        }
    }
}
