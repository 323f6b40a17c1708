package fr.preau.allocation;

import java.util.Arrays;

/// A [Seating] that keeps, for every two places and every change of rank, the list of those who could make that move,
/// and for every two places which of these lists are not empty, cheapest first: one bit each. Those who moved on are
/// dropped from a list when they are met at its head.
final class Buckets extends Seating {
    private static final long CELLS = 1L << 25;
    private static final int NOBODY = -1;
    private static final int UNKNOWN = -2;

    /// By which [#cheapest] numbers a move.
    final Changes changes;

    /// Where [#nextTight] looks; a search writes it.
    final Tight tight;

    private final int side;
    private final int words;
    private final long[] mask;
    private final int[] head;
    private final int[] next;
    private final int[] known;
    private long[] entries;
    private int used;
    private int dropped = -1;

    /// Whether a list for every two places is not too much: no more of them than half the wishes, or most are of
    /// nobody and reading the wishes themselves is quicker.
    static boolean fits(Network network) {
        var pairs = (network.places + 1L) * (network.places + 1L);
        return pairs * changes(network) <= CELLS && 2 * pairs <= (long) network.people * network.slots;
    }

    private static long changes(Network network) {
        return (network.ranks + 1L) * (network.ranks + 1L);
    }

    Buckets(Network network, Costs costs) {
        super(network);
        side = network.places + 1;
        changes = new Changes(costs);
        words = (changes.count() + 63) >> 6;
        mask = new long[side * side * words];
        head = new int[side * side * changes.count()];
        next = new int[side];
        known = new int[side * side];
        tight = new Tight(side);
        Arrays.fill(known, UNKNOWN);
        for (var place = 0; place < side; place++) {
            known[place * side + place] = NOBODY;
        }
        // Those who move are entered again: one in two does, where seats are scarce.
        entries = new long[(int) Math.min(network.people * (network.slots + 2.5), 1 << 27)];
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
                add(local, to, changes.position(rank, network.rank(slot)));
            }
        }
        if (place != network.places && network.mayLeave(local)) {
            add(local, network.places, changes.position(rank, network.ranks));
        }
    }

    private void add(int local, int to, int changed) {
        var pair = place(local) * side + to;
        var entry = dropped;
        if (entry >= 0) {
            dropped = after(entry);
        } else {
            entry = fresh();
        }
        var list = pair * changes.count() + changed;
        var word = pair * words + (changed >> 6);
        link(entry, local, (mask[word] >> changed & 1) == 0 ? -1 : head[list]);
        head[list] = entry;
        mask[word] |= 1L << changed;
        if (known[pair] == NOBODY || changed < known[pair]) {
            known[pair] = changed;
            tight.add(place(local), to);
        }
    }

    private int fresh() {
        if (used == entries.length) {
            entries = Arrays.copyOf(entries, used + (used >> 2) + 16);
        }
        return used++;
    }

    /// A person and the entry after theirs, side by side: they are read together, far from anything read before.
    private void link(int entry, int local, int following) {
        entries[entry] = ((long) local << 32) | (following & 0xFFFFFFFFL);
    }

    private int person(int entry) {
        return (int) (entries[entry] >> 32);
    }

    private int after(int entry) {
        return (int) entries[entry];
    }

    /// Dropped from their lists when met. Where theirs was the cheapest move, it has to be looked for again.
    @Override
    void left(int local, int place) {
        var rank = rank(local);
        for (var slot = 0; slot <= network.slots; slot++) {
            var to = network.place(local, slot);
            if (to >= 0) {
                var pair = place * side + to;
                var changed = known[pair];
                if (changed == changes.position(rank, network.rank(slot))
                        && person(head[pair * changes.count() + changed]) == local) {
                    known[pair] = UNKNOWN;
                }
            }
        }
    }

    /// The cheapest change of rank with which someone can go from one place to another, or -1.
    int cheapest(int from, int to) {
        var pair = from * side + to;
        if (known[pair] == UNKNOWN) {
            known[pair] = found(from, pair);
        }
        return known[pair];
    }

    private int found(int from, int pair) {
        for (var word = pair * words; word < (pair + 1) * words; word++) {
            while (mask[word] != 0) {
                var changed = ((word - pair * words) << 6) + Long.numberOfTrailingZeros(mask[word]);
                if (clean(from, pair * changes.count() + changed, changes.from(changed))) {
                    return changed;
                }
                mask[word] &= mask[word] - 1;
            }
        }
        return NOBODY;
    }

    /// Whether someone of a list still sits there, once those who do not are dropped from its head.
    private boolean clean(int from, int list, int rank) {
        var entry = head[list];
        var seat = seat(from, rank);
        while (entry >= 0 && !sits(person(entry), seat)) {
            var following = after(entry);
            link(entry, 0, dropped);
            dropped = entry;
            entry = following;
        }
        head[list] = entry;
        return entry >= 0;
    }

    @Override
    void moves(int from, Moves heard) {
        for (var to = 0; to < side; to++) {
            var changed = cheapest(from, to);
            if (changed >= 0) {
                heard.move(to, changes.from(changed), changes.to(changed));
            }
        }
    }

    @Override
    void arrivals(int to, Arrivals heard) {
        for (var from = 0; from < side; from++) {
            var changed = cheapest(from, to);
            if (changed >= 0) {
                heard.awake(from, changes.from(changed), changes.to(changed));
            }
        }
    }

    @Override
    void rouse(int to, Arrivals heard) {
        // None sleeps here.
    }

    @Override
    void restart() {
        Arrays.fill(next, 0);
    }

    @Override
    int nextTight(int to, Duals duals, Layers layers, int wanted) {
        while (next[to] < side) {
            var word = next[to] >> 6;
            var bits = tight.word(to, word) & layers.word(wanted, word) & (-1L << next[to]);
            next[to] = (word << 6) + Long.numberOfTrailingZeros(bits);
            if (bits != 0) {
                if (isTight(next[to], to, duals)) {
                    return next[to];
                }
                tight.remove(next[to]++, to);
            }
        }
        return -1;
    }

    private boolean isTight(int from, int to, Duals duals) {
        var changed = cheapest(from, to);
        if (changed < 0 || !duals.tight(from, to, changes.from(changed), changes.to(changed))) {
            return false;
        }
        var local = person(head[(from * side + to) * changes.count() + changed]);
        choose(to, local, network.slot(local, changes.to(changed), to));
        return true;
    }
}
