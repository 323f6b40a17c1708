package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// [Duals] in 64 bits.
///
/// Going back from the free seats, most moves into a place are so dear that no search takes them for long. They
/// sleep: a search lowers no potential by more than how far it goes, so a move that costs as much as all searches
/// from now to some point go cannot matter before. [#wakes] is that point for the first of those that sleep at each
/// place, on the way all searches have [#travelled]; a search that goes beyond asks them again.
final class LongDuals implements Duals, Seating.Moves {
    private static final long FAR = Long.MAX_VALUE;
    private static final long ENOUGH = 1L << 61;

    private final int sink;
    private final long[] cost;
    private final long[] potential;
    private final long[] distance;
    private final long[] wakes;
    private final int[] queue;
    private final Heap heap;
    private long travelled;
    private long horizon;
    private long near;
    private long level;
    private int queued;
    private int at;

    LongDuals(Network network, long[] cost) {
        this.cost = cost;
        sink = network.places + 1;
        potential = new long[sink + 1];
        // Of a place, or of the sink; after that, of where a place's sleeping moves may begin to matter.
        distance = new long[2 * sink + 1];
        queue = new int[distance.length];
        wakes = new long[sink];
        heap = new Heap(distance.length, (one, other) -> distance[one] < distance[other]);
    }

    @Override
    public boolean advance(Seating seating) {
        return switch (seating) {
            case Buckets buckets -> forwards(buckets);
            case Wishers wishers -> backwards(wishers);
        };
    }

    /// From all overfull places to the nearest free seat: fewest people moved, more searches.
    private boolean forwards(Buckets seating) {
        Arrays.fill(distance, FAR);
        heap.clear();
        seating.tight.none();
        var changes = seating.changes.costs(cost);
        level = FAR;
        for (var place = 0; place < sink; place++) {
            if (seating.overfull(place)) {
                nearer(place, 0);
            }
        }
        while (!heap.isEmpty()) {
            at = heap.poll();
            if (distance[at] > distance[sink]) {
                break;
            }
            if (at < sink) {
                if (seating.free(at)) {
                    nearer(sink, distance[at] + potential[at] - potential[sink]);
                }
                reach(seating, changes);
            }
        }
        if (distance[sink] == FAR) {
            return false;
        }
        raise(distance[sink]);
        return true;
    }

    /// Looks at every move from here, but those that lead farther than the nearest free seat.
    private void reach(Buckets seating, long[] changes) {
        var here = distance[at] + potential[at];
        for (var to = 0; to < sink; to++) {
            var change = seating.cheapest(at, to);
            if (change >= 0) {
                var found = here + changes[change] - potential[to];
                if (found < distance[to] && found <= distance[sink]) {
                    seating.tight.only(at, to);
                    nearer(to, found);
                } else if (found == distance[to]) {
                    seating.tight.add(at, to);
                }
            }
        }
    }

    private void raise(long most) {
        for (var place = 0; place <= sink; place++) {
            potential[place] += Math.min(distance[place], most);
        }
    }

    /// From the free seats, so that all overfull places find their way at once: fewest searches.
    private boolean backwards(Wishers seating) {
        Arrays.fill(distance, FAR);
        heap.clear();
        level = 0;
        queued = 0;
        var overfull = 0;
        for (var place = 0; place < sink; place++) {
            overfull += seating.overfull(place) ? 1 : 0;
        }
        nearer(sink, 0);
        for (var done = 0; overfull > 0 && (done < queued || !heap.isEmpty()); ) {
            var item = done < queued ? queue[done++] : heap.poll();
            level = distance[item];
            if (item == sink) {
                free(seating);
            } else if (item < sink) {
                overfull -= seating.overfull(item) ? 1 : 0;
                look(seating, item);
            } else {
                rouse(seating, item - sink - 1);
            }
        }
        lower(level);
        return overfull == 0;
    }

    private void free(Seating seating) {
        for (var place = 0; place < sink; place++) {
            if (seating.free(place)) {
                nearer(place, potential[place] - potential[sink]);
            }
        }
    }

    private void look(Seating seating, int place) {
        at = place;
        near = horizon;
        seating.arrivals(place, this::arrive);
        expectSleepers();
    }

    private void rouse(Seating seating, int place) {
        at = place;
        near = Math.max(horizon, level - distance[place]);
        wakes[place] = FAR;
        distance[sink + 1 + place] = FAR;
        seating.rouse(place, this::arrive);
        expectSleepers();
    }

    /// Whether a move is so near that it is worth being looked at each time: it is within what some tens of searches
    /// go.
    private boolean arrive(int from, int fromRank, int toRank) {
        if (from == at) {
            return false;
        }
        var reduced = reduced(from, at, fromRank, toRank);
        if (reduced >> 6 > near) {
            wakes[at] = Math.min(wakes[at], reduced + travelled);
            return false;
        }
        nearer(from, distance[at] + reduced);
        return true;
    }

    private void expectSleepers() {
        if (wakes[at] < FAR) {
            nearer(sink + 1 + at, distance[at] + Math.max(wakes[at] - travelled, 0));
        }
    }

    private long reduced(int from, int to, int fromRank, int toRank) {
        return cost[toRank] - cost[fromRank] + potential[from] - potential[to];
    }

    @Override
    public void move(int to, int fromRank, int toRank) {
        nearer(to, distance[at] + reduced(at, to, fromRank, toRank));
    }

    /// What is as near as what is looked at waits in line, without being sorted.
    private void nearer(int item, long found) {
        if (found < distance[item]) {
            distance[item] = found;
            if (found == level && !heap.holds(item)) {
                queue[queued++] = item;
            } else {
                heap.add(item);
            }
        }
    }

    private void lower(long most) {
        for (var place = 0; place <= sink; place++) {
            potential[place] -= Math.min(distance[place], most);
        }
        travelled += most;
        horizon = Math.max(most, horizon >> 1);
        if (travelled > ENOUGH) {
            // Before 64 bits are full, start again: all are asked again.
            travelled = 0;
            Arrays.fill(wakes, 0);
        }
    }

    @Override
    public boolean tight(int from, int to, int fromRank, int toRank) {
        return reduced(from, to, fromRank, toRank) == 0;
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
        level = FAR;
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
