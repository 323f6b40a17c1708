package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The cheapest chains of moves from one place to all others, a seat left free counted as a move that costs nothing.
abstract class Tree {
    private final Exchange exchange;
    private final Heap heap;
    private final int[] queue;
    private int queued;
    private final int[] parent;
    private final int[] through;

    Tree(Exchange exchange) {
        this.exchange = exchange;
        var size = exchange.sink() + 1;
        heap = new Heap(size, this::nearer);
        queue = new int[size];
        parent = new int[size];
        through = new int[size];
    }

    /// Grows it from one place. What is as near as what is looked at waits in line, without being sorted: most moves
    /// of a best seating cost nothing.
    final Tree from(int place) {
        Arrays.fill(parent, -1);
        start(place);
        parent[place] = place;
        queued = 0;
        queue[queued++] = place;
        for (var done = 0; done < queued || !heap.isEmpty(); ) {
            look(done < queued ? queue[done++] : heap.poll());
        }
        return this;
    }

    private void look(int from) {
        if (from == exchange.sink()) {
            for (var place = 0; place < exchange.sink(); place++) {
                if (exchange.unpriced(place)) {
                    nobodyMoves(from, place);
                }
            }
            return;
        }
        moves(from);
        if (exchange.free(from)) {
            nobodyMoves(from, exchange.sink());
        }
    }

    private void nobodyMoves(int from, int to) {
        if (nearer(from, to)) {
            level(from, to);
            reach(from, to, -1);
        }
    }

    /// A place came closer, through another.
    final void reach(int from, int to, int pair) {
        parent[to] = from;
        through[to] = pair;
        if (!nearer(from, to) && !heap.holds(to)) {
            queue[queued++] = to;
        } else {
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

    /// A place is as near as another.
    abstract void level(int near, int to);

    /// Looks at the moves from a place, and says where they [#reach].
    abstract void moves(int from);

    /// Whether coming here costs nothing.
    abstract boolean isFree(int place);

    /// In 64 bits.
    static final class Small extends Tree {
        private final Exchange exchange;
        private final long[] moves;
        private final long[] distance;

        /// @param moves what each costs, by the number of its pair
        Small(Exchange exchange, long[] moves) {
            super(exchange);
            this.exchange = exchange;
            this.moves = moves;
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
        void level(int near, int to) {
            distance[to] = distance[near];
        }

        @Override
        void moves(int from) {
            var here = distance[from];
            var end = exchange.first(from + 1);
            for (var pair = exchange.first(from); pair < end; pair++) {
                var to = exchange.to(pair);
                var through = here + moves[pair];
                if (through < distance[to]) {
                    distance[to] = through;
                    reach(from, to, pair);
                }
            }
        }

        @Override
        boolean isFree(int place) {
            return distance[place] == 0;
        }
    }

    /// In whole numbers of any size.
    static final class OfAnySize extends Tree {
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
            return distance[other] == null || known(one).compareTo(known(other)) < 0;
        }

        @Override
        void level(int near, int to) {
            distance[to] = distance[near];
        }

        @Override
        void moves(int from) {
            for (var pair = exchange.first(from); pair < exchange.first(from + 1); pair++) {
                var to = exchange.to(pair);
                var through = known(from)
                        .add(costs.of(exchange.toRank(pair)))
                        .add(price[to])
                        .subtract(costs.of(exchange.fromRank(pair)))
                        .subtract(price[from]);
                var before = distance[to];
                if (before == null || through.compareTo(before) < 0) {
                    distance[to] = through;
                    reach(from, to, pair);
                }
            }
        }

        @Override
        boolean isFree(int place) {
            return known(place).signum() == 0;
        }
    }
}
