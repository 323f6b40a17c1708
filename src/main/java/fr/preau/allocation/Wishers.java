package fr.preau.allocation;

import java.util.Arrays;

/// A [Seating] that keeps, for each place, those who listed it and beside each of them where they sit now: a search
/// that goes back from the free seats reads memory straight on. Little of it, whatever the number of places.
///
/// Most of these moves are so dear that no search soon takes them: they sleep, behind those of their place that are
/// awake, until somebody rouses them or the person moves.
final class Wishers extends Seating {
    private final int columns;
    private final int slotBits;
    private final int[] first;
    private final int[] awake;
    private final int[] wish;
    private final int[] sits;
    private final int[] entry;
    private final int[] next;
    private final int[] residents;
    private final int[] firstResident;
    private boolean residentsAreSorted;

    Wishers(Network network) {
        super(network);
        columns = network.slots + 1;
        slotBits = 32 - Integer.numberOfLeadingZeros(network.slots);
        first = new int[network.places + 2];
        entry = new int[Math.multiplyExact(network.people, 1 << slotBits)];
        countWishes();
        wish = new int[first[network.places + 1]];
        sits = new int[wish.length];
        sortWishes();
        awake = Arrays.copyOf(first, network.places + 1);
        next = awake.clone();
        residents = new int[network.people];
        firstResident = new int[network.places + 2];
        for (var local = 0; local < network.people; local++) {
            write(local);
        }
    }

    /// The place of a slot, or -1 when the person cannot take it.
    private int open(int local, int slot) {
        return slot == network.slots && !network.mayLeave(local) ? -1 : network.place(local, slot);
    }

    private int wish(int local, int slot) {
        return local << slotBits | slot;
    }

    private int slot(int ofWish) {
        return ofWish & ((1 << slotBits) - 1);
    }

    private void countWishes() {
        for (var local = 0; local < network.people; local++) {
            for (var slot = 0; slot < columns; slot++) {
                var place = open(local, slot);
                if (place >= 0) {
                    first[place + 1]++;
                }
            }
        }
        Arrays.parallelPrefix(first, Integer::sum);
    }

    private void sortWishes() {
        var following = first.clone();
        for (var local = 0; local < network.people; local++) {
            for (var slot = 0; slot < columns; slot++) {
                var place = open(local, slot);
                entry[wish(local, slot)] = place < 0 ? -1 : following[place];
                if (place >= 0) {
                    wish[following[place]++] = wish(local, slot);
                }
            }
        }
    }

    private void write(int local) {
        for (var slot = 0; slot < columns; slot++) {
            var at = entry[wish(local, slot)];
            if (at >= 0) {
                sits[at] = seat(place(local), rank(local));
            }
        }
    }

    @Override
    void arrived(int local, int place) {
        residentsAreSorted = false;
        write(local);
        for (var slot = 0; slot < columns; slot++) {
            var at = entry[wish(local, slot)];
            if (at >= 0) {
                rouse(network.place(local, slot), at);
            }
        }
    }

    private void rouse(int to, int at) {
        if (at >= awake[to]) {
            swap(at, awake[to]++);
        }
    }

    private void swap(int one, int other) {
        var sat = sits[one];
        var wished = wish[one];
        put(one, sits[other], wish[other]);
        put(other, sat, wished);
    }

    private void put(int at, int sat, int wished) {
        sits[at] = sat;
        wish[at] = wished;
        entry[wished] = at;
    }

    @Override
    void left(int local, int place) {}

    @Override
    void arrivals(int to, Arrivals heard) {
        for (var at = first[to]; at < awake[to]; ) {
            if (asked(at, heard)) {
                at++;
            } else {
                swap(at, --awake[to]);
            }
        }
    }

    @Override
    void rouse(int to, Arrivals heard) {
        for (var at = awake[to]; at < first[to + 1]; at++) {
            if (asked(at, heard)) {
                rouse(to, at);
            }
        }
    }

    private boolean asked(int at, Arrivals heard) {
        return heard.awake(placeOf(sits[at]), rankOf(sits[at]), network.rank(slot(wish[at])));
    }

    @Override
    void moves(int from, Moves heard) {
        if (!residentsAreSorted) {
            sortResidents();
        }
        for (var at = firstResident[from]; at < firstResident[from + 1]; at++) {
            var local = residents[at];
            for (var slot = 0; slot < columns; slot++) {
                var place = open(local, slot);
                if (place >= 0) {
                    heard.move(place, rank(local), network.rank(slot));
                }
            }
        }
    }

    private void sortResidents() {
        Arrays.fill(firstResident, 0);
        for (var local = 0; local < network.people; local++) {
            firstResident[place(local) + 1]++;
        }
        Arrays.parallelPrefix(firstResident, Integer::sum);
        var following = firstResident.clone();
        for (var local = 0; local < network.people; local++) {
            residents[following[place(local)]++] = local;
        }
        residentsAreSorted = true;
    }

    @Override
    void restart() {
        System.arraycopy(first, 0, next, 0, next.length);
    }

    @Override
    int nextTight(int to, Duals duals, Layers layers, int wanted) {
        for (var at = next[to]; at < awake[to]; at++) {
            var from = placeOf(sits[at]);
            if (layers.of(from) == wanted) {
                var slot = slot(wish[at]);
                if (duals.tight(from, to, rankOf(sits[at]), network.rank(slot))) {
                    next[to] = at;
                    choose(to, wish[at] >> slotBits, slot);
                    return from;
                }
            }
        }
        next[to] = awake[to];
        return -1;
    }
}
