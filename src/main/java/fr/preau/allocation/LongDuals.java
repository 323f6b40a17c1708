package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// [Duals] in 64 bits.
final class LongDuals implements Duals, Seating.Moves {
    private static final long FAR = Long.MAX_VALUE;

    private final int sink;
    private final long[] cost;
    private final long[] potential;
    private final long[] distance;
    private final Heap heap;
    private int at;

    LongDuals(Network network, long[] cost) {
        this.cost = cost;
        sink = network.places + 1;
        potential = new long[sink + 1];
        distance = new long[sink + 1];
        heap = new Heap(sink + 1, (one, other) -> distance[one] < distance[other]);
    }

    @Override
    public boolean advance(Seating seating) {
        Arrays.fill(distance, FAR);
        heap.clear();
        for (var place = 0; place < sink; place++) {
            if (seating.overfull(place)) {
                nearer(place, 0);
            }
        }
        while (!heap.isEmpty()) {
            at = heap.poll();
            if (at == sink) {
                raise(distance[sink]);
                return true;
            }
            if (seating.free(at)) {
                nearer(sink, distance[at] + potential[at] - potential[sink]);
            }
            seating.moves(at, this);
        }
        return false;
    }

    @Override
    public void move(int to, int fromRank, int toRank) {
        nearer(to, distance[at] + cost[toRank] - cost[fromRank] + potential[at] - potential[to]);
    }

    private void nearer(int place, long through) {
        if (through < distance[place]) {
            distance[place] = through;
            heap.add(place);
        }
    }

    private void raise(long most) {
        for (var place = 0; place <= sink; place++) {
            potential[place] += Math.min(distance[place], most);
        }
    }

    @Override
    public boolean tight(int from, int to, int fromRank, int toRank) {
        return cost[toRank] - cost[fromRank] + potential[from] - potential[to] == 0;
    }

    @Override
    public boolean atSink(int place) {
        return potential[place] == potential[sink];
    }

    /// One search from everywhere: a seat may become free in any place, and whoever leaves frees theirs in turn.
    @Override
    public BigInteger[] smallestPrices(Seating seating) {
        Arrays.fill(distance, FAR);
        heap.clear();
        for (var place = 0; place < sink; place++) {
            nearer(place, -potential[place]);
        }
        while (!heap.isEmpty()) {
            at = heap.poll();
            seating.moves(at, this);
        }
        var prices = new BigInteger[sink];
        Arrays.setAll(prices, place -> BigInteger.valueOf(-distance[place] - potential[place]));
        return prices;
    }
}
