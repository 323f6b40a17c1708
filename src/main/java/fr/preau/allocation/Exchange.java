package fr.preau.allocation;

import java.util.Arrays;

/// A component once it is seated: between any two places, the cheapest move there is and, among moves that cost
/// nothing, the latest in the draw who could make one. The pairs of places somebody could move between are numbered
/// place by place, those of a move at no cost first.
final class Exchange {
    final Network network;
    private final Seated seated;
    private final Changes changes;
    private final int[] load;
    private final Pairs met;
    private final int[] number;
    private final int[] first;
    private final int[] to;
    private final int[] cheapest;
    private final int[] latest;
    private final int[] latestChange;

    Exchange(Seated seated, Changes changes, Lottery lottery) {
        this.seated = seated;
        this.changes = changes;
        network = seated.network();
        load = new int[network.places + 1];
        for (var local = 0; local < network.people; local++) {
            load[place(local)]++;
        }
        met = new Pairs(network.places + 1);
        var moves = new Moves(lottery);
        first = new int[2 * network.places + 3];
        number = moves.numbered();
        to = new int[number.length];
        cheapest = new int[number.length];
        latest = new int[number.length];
        latestChange = new int[number.length];
        moves.write();
    }

    /// The moves of everyone, by pairs as they are met.
    private final class Moves {
        private final Lottery lottery;
        private final IntList cheapest = new IntList();
        private final IntList latest = new IntList();
        private final IntList latestChange = new IntList();

        Moves(Lottery lottery) {
            this.lottery = lottery;
            for (var local = 0; local < network.people; local++) {
                open(local);
            }
        }

        private void open(int local) {
            var from = place(local);
            var rank = rank(local);
            for (var slot = 0; slot <= network.slots; slot++) {
                var to = network.place(local, slot);
                if (to >= 0 && to != from && (slot < network.slots || network.mayLeave(local))) {
                    open(from, to, changes.position(rank, network.rank(slot)));
                }
            }
            var ties = seated.ties();
            for (var index = ties.first(local); index < ties.first(local + 1); index++) {
                var to = network.place(local, ties.slot(index));
                if (to != from) {
                    ask(local, met.number(from, to), network.rank(ties.slot(index)));
                }
            }
        }

        private void open(int from, int to, int change) {
            var pair = met.number(from, to);
            if (pair == cheapest.size()) {
                cheapest.add(change);
                latest.add(0);
                latestChange.add(change);
            } else if (change < cheapest.get(pair)) {
                cheapest.set(pair, change);
            }
        }

        private void ask(int local, int pair, int toRank) {
            // Between kept and open seats of one workshop nobody loses a rank: anybody may be asked.
            var number = rank(local) == toRank ? Integer.MAX_VALUE : lottery.number(network.person(local));
            if (number > latest.get(pair)) {
                latest.set(pair, number);
                latestChange.set(pair, changes.position(rank(local), toRank));
            }
        }

        private int group(int pair) {
            return 2 * met.from(pair) + (latest.get(pair) > 0 ? 0 : 1);
        }

        int[] numbered() {
            for (var pair = 0; pair < met.size(); pair++) {
                first[group(pair) + 1]++;
            }
            Arrays.parallelPrefix(first, Integer::sum);
            var following = first.clone();
            var numbered = new int[met.size()];
            Arrays.setAll(numbered, pair -> following[group(pair)]++);
            return numbered;
        }

        void write() {
            for (var pair = 0; pair < number.length; pair++) {
                to[number[pair]] = met.to(pair);
                Exchange.this.cheapest[number[pair]] = cheapest.get(pair);
                Exchange.this.latest[number[pair]] = latest.get(pair);
                Exchange.this.latestChange[number[pair]] = latestChange.get(pair);
            }
        }
    }

    int place(int local) {
        return network.place(local, seated.held()[local]);
    }

    private int rank(int local) {
        return network.rank(seated.held()[local]);
    }

    /// Where a seat is left free, or one taken, without anybody moving.
    int sink() {
        return network.places + 1;
    }

    boolean free(int place) {
        return place == network.places || load[place] < network.seats[place];
    }

    boolean unpriced(int place) {
        return seated.prices()[place].signum() == 0;
    }

    /// How many ordered pairs of places somebody could move between.
    int pairs() {
        return number.length;
    }

    /// The number of a pair; somebody must be able to make the move.
    int pair(int from, int to) {
        return number[met.number(from, to)];
    }

    /// The first pair from a place; that of the next place is past its last.
    int first(int from) {
        return first[2 * from];
    }

    /// Past the last pair from a place that costs nothing.
    int firstDear(int from) {
        return first[2 * from + 1];
    }

    int to(int pair) {
        return to[pair];
    }

    int fromRank(int pair) {
        return changes.from(cheapest[pair]);
    }

    int toRank(int pair) {
        return changes.to(cheapest[pair]);
    }

    /// A change of rank.
    record Ranks(int from, int to) {}

    Ranks cheapestRanks(int pair) {
        return new Ranks(fromRank(pair), toRank(pair));
    }

    Ranks latestRanks(int pair) {
        return new Ranks(changes.from(latestChange[pair]), changes.to(latestChange[pair]));
    }

    int latest(int pair) {
        return latest[pair];
    }

    /// Whether a person's move to a place costs nothing by itself.
    boolean tight(int local, int to, int rank) {
        return seated.levels().of(to, rank) == seated.levels().of(place(local), rank(local));
    }
}
