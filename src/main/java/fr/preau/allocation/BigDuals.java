package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// [Duals] in whole numbers of any size: slower, for lists so long or components so large that 64 bits do not hold a
/// cost.
final class BigDuals implements Duals, Seating.Moves {
    private final int sink;
    private final BigInteger[] cost;
    private final BigInteger[] potential;
    private final @Nullable BigInteger[] distance;
    private final boolean[] stranded;
    private final BigInteger beyond;
    private final Heap heap;
    private int at;

    BigDuals(Network network, Costs costs) {
        sink = network.places + 1;
        cost = new BigInteger[costs.ranks() + 1];
        Arrays.setAll(cost, costs::of);
        potential = new BigInteger[sink + 1];
        Arrays.fill(potential, BigInteger.ZERO);
        distance = new BigInteger[sink + 1];
        stranded = new boolean[sink + 1];
        beyond = costs.of(costs.ranks()).multiply(BigInteger.valueOf(2L * (network.places + 3L)));
        heap = new Heap(sink + 1, (one, other) -> known(one).compareTo(known(other)) < 0);
    }

    private BigInteger known(int place) {
        return java.util.Objects.requireNonNull(distance[place]);
    }

    @Override
    public boolean advance(Seating seating) {
        Arrays.fill(distance, null);
        heap.clear();
        nearer(sink, BigInteger.ZERO);
        while (!heap.isEmpty()) {
            at = heap.poll();
            if (at == sink) {
                free(seating);
            } else {
                // Sleep is worth its price where numbers are small only.
                seating.rouse(at, (from, fromRank, toRank) -> true);
                seating.arrivals(at, this::arrive);
            }
        }
        for (var place = 0; place < sink; place++) {
            if (seating.overfull(place) && distance[place] == null) {
                return false;
            }
        }
        lower();
        // Which are tight is not worth writing down where a number is dear.
        if (seating instanceof Buckets buckets) {
            buckets.tight.all();
        }
        return true;
    }

    private void free(Seating seating) {
        for (var place = 0; place < sink; place++) {
            if (seating.free(place)) {
                nearer(place, potential[place].subtract(potential[sink]));
            }
        }
    }

    private boolean arrive(int from, int fromRank, int toRank) {
        nearer(from, known(at).add(reduced(from, at, fromRank, toRank)));
        return true;
    }

    @Override
    public void move(int to, int fromRank, int toRank) {
        nearer(to, known(at).add(reduced(at, to, fromRank, toRank)));
    }

    private BigInteger reduced(int from, int to, int fromRank, int toRank) {
        return cost[toRank].subtract(cost[fromRank]).add(potential[from]).subtract(potential[to]);
    }

    private void nearer(int place, BigInteger through) {
        var before = distance[place];
        if (before == null || through.compareTo(before) < 0) {
            distance[place] = through;
            heap.add(place);
        }
    }

    private void lower() {
        for (var place = 0; place <= sink; place++) {
            var far = distance[place];
            if (far != null) {
                potential[place] = potential[place].subtract(far);
            } else if (!stranded[place]) {
                stranded[place] = true;
                potential[place] = potential[place].subtract(beyond);
            }
        }
    }

    @Override
    public boolean tight(int from, int to, int fromRank, int toRank) {
        return reduced(from, to, fromRank, toRank).signum() == 0;
    }

    @Override
    public boolean atSink(int place) {
        return potential[place].equals(potential[sink]);
    }

    @Override
    public BigInteger[] smallestPrices(Seating seating) {
        Arrays.fill(distance, null);
        heap.clear();
        for (var place = 0; place < sink; place++) {
            nearer(place, potential[place].negate());
        }
        while (!heap.isEmpty()) {
            at = heap.poll();
            seating.moves(at, this);
        }
        var prices = new BigInteger[sink];
        Arrays.setAll(prices, place -> known(place).add(potential[place]).negate());
        return prices;
    }
}
