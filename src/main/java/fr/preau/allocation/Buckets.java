package fr.preau.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;

/// A [Seating] that keeps, for every two places and every change of rank, the list of those who could make that move,
/// and
/// for every two places which of these lists are not empty, cheapest first: one bit each. Those who moved on are
/// dropped
/// from a list when they are met at its head.
final class Buckets extends Seating {
    private static final long CELLS = 1L << 24;

    private final int side;
    private final int[] fromRank;
    private final int[] toRank;
    private final int[] change;
    private final int words;
    private final long[] mask;
    private final int[] head;
    private final int[] next;
    private int[] person;
    private int[] after;
    private int used;
    private int dropped = -1;

    static boolean fits(Network network) {
        var side = network.places + 1L;
        return side * side * changes(network) <= CELLS;
    }

    private static long changes(Network network) {
        return (network.ranks + 1L) * (network.ranks + 1L);
    }

    Buckets(Network network, Costs costs) {
        super(network);
        side = network.places + 1;
        var ranks = network.ranks + 1;
        var cheapestFirst = new ArrayList<Integer>();
        for (var each = 0; each < ranks * ranks; each++) {
            cheapestFirst.add(each);
        }
        cheapestFirst.sort(Comparator.comparing(each -> costs.of(each % ranks).subtract(costs.of(each / ranks))));
        change = new int[ranks * ranks];
        fromRank = new int[change.length];
        toRank = new int[change.length];
        for (var place = 0; place < change.length; place++) {
            var each = cheapestFirst.get(place);
            change[each] = place;
            fromRank[place] = each / ranks;
            toRank[place] = each % ranks;
        }
        words = (change.length + 63) >> 6;
        mask = new long[side * side * words];
        head = new int[side * side * change.length];
        Arrays.fill(head, -1);
        next = new int[side];
        var expected = (int) Math.min(network.people * (network.slots + 1.2), 1 << 28);
        person = new int[expected];
        after = new int[expected];
        for (var local = 0; local < network.people; local++) {
            arrived(local, place(local));
        }
    }

    @Override
    void arrived(int local, int place) {
        var rank = rank(local);
        for (var slot = 0; slot < network.slots; slot++) {
            var to = network.place(local, slot);
            if (to >= 0 && to != place) {
                add(local, place * side + to, change[rank * (network.ranks + 1) + network.rank(slot)]);
            }
        }
        if (place != network.places && network.mayLeave(local)) {
            add(local, place * side + network.places, change[rank * (network.ranks + 1) + network.ranks]);
        }
    }

    private void add(int local, int pair, int changed) {
        var entry = dropped;
        if (entry >= 0) {
            dropped = after[entry];
        } else {
            entry = fresh();
        }
        var list = pair * change.length + changed;
        person[entry] = local;
        after[entry] = head[list];
        head[list] = entry;
        mask[pair * words + (changed >> 6)] |= 1L << changed;
    }

    private int fresh() {
        if (used == person.length) {
            person = Arrays.copyOf(person, used + (used >> 2) + 16);
            after = Arrays.copyOf(after, person.length);
        }
        return used++;
    }

    @Override
    void left(int local, int place) {
        // Dropped when met.
    }

    /// The cheapest change of rank with which someone can go from one place to another, or -1.
    private int cheapest(int from, int to) {
        var pair = from * side + to;
        for (var word = pair * words; word < (pair + 1) * words; word++) {
            while (mask[word] != 0) {
                var changed = ((word - pair * words) << 6) + Long.numberOfTrailingZeros(mask[word]);
                if (clean(from, pair * change.length + changed, fromRank[changed])) {
                    return changed;
                }
                mask[word] &= mask[word] - 1;
            }
        }
        return -1;
    }

    /// Whether someone of a list still sits there, once those who do not are dropped from its head.
    private boolean clean(int from, int list, int rank) {
        var entry = head[list];
        while (entry >= 0 && (rank(person[entry]) != rank || place(person[entry]) != from)) {
            var following = after[entry];
            after[entry] = dropped;
            dropped = entry;
            entry = following;
        }
        head[list] = entry;
        return entry >= 0;
    }

    @Override
    void moves(int from, Moves heard) {
        for (var to = 0; to < side; to++) {
            var changed = to == from ? -1 : cheapest(from, to);
            if (changed >= 0) {
                heard.move(to, fromRank[changed], toRank[changed]);
            }
        }
    }

    @Override
    void restart() {
        Arrays.fill(next, 0);
    }

    @Override
    int nextTight(int from, Duals duals, boolean[] closed) {
        for (; next[from] < side; next[from]++) {
            var to = next[from];
            var changed = to == from || closed[to] ? -1 : cheapest(from, to);
            if (changed >= 0 && duals.tight(from, to, fromRank[changed], toRank[changed])) {
                var local = person[head[(from * side + to) * change.length + changed]];
                choose(from, local, network.slot(local, toRank[changed], to));
                return to;
            }
        }
        return -1;
    }
}
