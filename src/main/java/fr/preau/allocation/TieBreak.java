package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/// Makes the seating unique: among all that are as good, each in the order of the draw gets the best wish still
/// possible for them once those before them are served. Loads and prices stay what they are.
final class TieBreak {
    private final Network network;
    private final TightMoves moves;
    private final Ties ties;
    private final int sink;
    private final int[] unpriced;
    private final boolean[] isUnpriced;
    private final int[] parent;
    private final int[] through;
    private final int[] queue;
    private final @Nullable BitSet[] reachable;

    TieBreak(Network network, TightMoves moves, Ties ties, BigInteger[] prices) {
        this.network = network;
        this.moves = moves;
        this.ties = ties;
        sink = network.places + 1;
        isUnpriced = new boolean[sink];
        var free = new IntList();
        for (var place = 0; place < sink; place++) {
            isUnpriced[place] = prices[place].signum() == 0;
            if (isUnpriced[place]) {
                free.add(place);
            }
        }
        unpriced = free.trimmed();
        parent = new int[sink + 1];
        through = new int[sink + 1];
        queue = new int[sink + 1];
        reachable = new BitSet[sink];
    }

    void settle() {
        for (var local = 0; local < network.people; local++) {
            improve(local);
            moves.settle(local);
        }
    }

    private void improve(int local) {
        var rank = network.rank(moves.held(local));
        for (var index = ties.first(local); index < ties.first(local + 1); index++) {
            var slot = ties.slot(index);
            if (network.rank(slot) >= rank || taken(local, slot)) {
                return;
            }
        }
    }

    /// Takes a better wish if those not settled yet can make room for it and fill the seat that is left.
    private boolean taken(int local, int slot) {
        var wanted = network.place(local, slot);
        var left = moves.place(local);
        if (!leads(wanted, left)) {
            return false;
        }
        for (var at = left; at != wanted; at = parent[at]) {
            if (through[at] >= 0) {
                var mover = moves.mover(through[at]);
                moves.move(mover, moves.tightSlot(mover, at));
            }
        }
        moves.move(local, slot);
        return true;
    }

    /// Looks for a chain of moves, breadth first. What could not be reached once never can: moves only vanish, those
    /// that a chain opens join places that already reached each other.
    private boolean leads(int from, int to) {
        var within = reachable[from];
        if (within != null && !within.get(to)) {
            return false;
        }
        Arrays.fill(parent, -1);
        var last = 0;
        queue[last++] = from;
        parent[from] = from;
        for (var at = 0; at < last; at++) {
            last = queue[at] == sink ? unpriced(last) : neighbours(queue[at], last);
            if (parent[to] >= 0) {
                return true;
            }
        }
        var reached = new BitSet();
        for (var at = 0; at < last; at++) {
            reached.set(queue[at]);
        }
        reachable[from] = reached;
        return false;
    }

    private int neighbours(int from, int queued) {
        var last = queued;
        var pairs = moves.from(from);
        for (var index = 0; index < pairs.size(); index++) {
            var pair = pairs.get(index);
            if (parent[moves.target(pair)] < 0) {
                if (moves.alive(from, pair)) {
                    last = reach(moves.target(pair), from, pair, last);
                } else {
                    pairs.removeAt(index--);
                }
            }
        }
        return isUnpriced[from] && moves.free(from) ? reach(sink, from, -1, last) : last;
    }

    private int unpriced(int queued) {
        var last = queued;
        for (var place : unpriced) {
            last = reach(place, sink, -1, last);
        }
        return last;
    }

    private int reach(int place, int from, int pair, int last) {
        if (parent[place] >= 0) {
            return last;
        }
        parent[place] = from;
        through[place] = pair;
        queue[last] = place;
        return last + 1;
    }
}
