package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;

/// A component once it is seated: between any two places, the cheapest move there is and, among moves that cost
/// nothing, the latest in the draw who could make one.
final class Exchange {
    /// Hears of moves.
    interface Heard {
        /// `pair` is -1 when nobody moves: a seat is left free, another taken.
        void move(int from, int to, int pair);
    }

    final Network network;
    private final boolean[] unpriced;
    private final Changes changes;
    private final Levels levels;
    private final Pairs pairs;
    private final IntList cheapest = new IntList();
    private final IntList latest = new IntList();
    private final IntList latestChange = new IntList();
    private final IntList[] out;
    private final int[] held;
    private final int[] load;
    private final Lottery lottery;

    Exchange(Network network, Costs costs, Changes changes, BigInteger[] prices, Allocation allocation) {
        this.network = network;
        unpriced = new boolean[prices.length];
        for (var place = 0; place < prices.length; place++) {
            unpriced[place] = prices[place].signum() == 0;
        }
        this.changes = changes;
        lottery = allocation.lottery();
        levels = new Levels(costs, prices);
        pairs = new Pairs(network.places + 1);
        out = new IntList[network.places + 1];
        Arrays.setAll(out, place -> new IntList());
        load = new int[network.places + 1];
        held = new int[network.people];
        for (var local = 0; local < network.people; local++) {
            sit(local, allocation.rank(network.person(local)));
        }
        for (var local = 0; local < network.people; local++) {
            open(local);
        }
    }

    /// Kept seats are taken first.
    private void sit(int local, int rank) {
        if (rank < 0) {
            held[local] = network.slots;
        } else {
            var slot = network.slot(local, rank, -2);
            var first = slot > 0 && network.rank(slot - 1) == rank ? slot - 1 : slot;
            var kept = network.place(local, first);
            held[local] = kept >= 0 && load[kept] < network.seats[kept] ? first : slot;
        }
        load[place(local)]++;
    }

    int place(int local) {
        return network.place(local, held[local]);
    }

    private void open(int local) {
        for (var slot = 0; slot <= network.slots; slot++) {
            var to = network.place(local, slot);
            if (to >= 0 && to != place(local) && (slot < network.slots || network.mayLeave(local))) {
                open(local, to, network.rank(slot));
            }
        }
    }

    private void open(int local, int to, int toRank) {
        var from = place(local);
        var rank = network.rank(held[local]);
        var change = changes.position(rank, toRank);
        var pair = pairs.number(from, to);
        if (pair == cheapest.size()) {
            cheapest.add(change);
            latest.add(0);
            latestChange.add(change);
            out[from].add(pair);
        }
        cheapest.set(pair, Math.min(cheapest.get(pair), change));
        if (levels.of(from, rank) == levels.of(to, toRank)) {
            // Between kept and open seats of one workshop nobody loses a rank: anybody may be asked.
            var number = rank == toRank ? Integer.MAX_VALUE : lottery.number(network.person(local));
            if (number > latest.get(pair)) {
                latest.set(pair, number);
                latestChange.set(pair, change);
            }
        }
    }

    int sink() {
        return network.places + 1;
    }

    void each(int from, Heard heard) {
        if (from == sink()) {
            for (var place = 0; place < sink(); place++) {
                if (unpriced[place]) {
                    heard.move(from, place, -1);
                }
            }
            return;
        }
        for (var index = 0; index < out[from].size(); index++) {
            heard.move(from, pairs.to(out[from].get(index)), out[from].get(index));
        }
        if (from == network.places || load[from] < network.seats[from]) {
            heard.move(from, sink(), -1);
        }
    }

    /// How many ordered pairs of places somebody could move between.
    int pairs() {
        return pairs.size();
    }

    int from(int pair) {
        return pairs.from(pair);
    }

    int to(int pair) {
        return pairs.to(pair);
    }

    int fromRank(int pair) {
        return changes.from(cheapest.get(pair));
    }

    int toRank(int pair) {
        return changes.to(cheapest.get(pair));
    }

    /// A change of rank.
    record Ranks(int from, int to) {}

    Ranks cheapestRanks(int pair) {
        return new Ranks(fromRank(pair), toRank(pair));
    }

    Ranks latestRanks(int pair) {
        return new Ranks(changes.from(latestChange.get(pair)), changes.to(latestChange.get(pair)));
    }

    int latest(int pair) {
        return latest.get(pair);
    }

    /// Whether a person's move to a place costs nothing by itself.
    boolean tight(int local, int to, int rank) {
        return levels.of(to, rank) == levels.of(place(local), network.rank(held[local]));
    }
}
