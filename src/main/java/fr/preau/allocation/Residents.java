package fr.preau.allocation;

import java.util.Arrays;

/// A [Seating] that looks through those who sit in a place: little memory, whatever the number of places.
final class Residents extends Seating {
    private final IntList[] residents;
    private final int[] where;
    private final int[] nextResident;
    private final int[] nextSlot;
    private final int[] firstWisher;
    private final int[] wisher;
    private final int[] wished;

    Residents(Network network) {
        super(network);
        residents = new IntList[network.places + 1];
        Arrays.setAll(residents, place -> new IntList());
        where = new int[network.people];
        nextResident = new int[residents.length];
        nextSlot = new int[residents.length];
        firstWisher = new int[network.places + 1];
        countWishes();
        wisher = new int[firstWisher[network.places]];
        wished = new int[wisher.length];
        sortWishes();
        for (var local = 0; local < network.people; local++) {
            arrived(local, place(local));
        }
    }

    @Override
    void moves(int from, Moves heard) {
        for (var index = 0; index < residents[from].size(); index++) {
            var local = residents[from].get(index);
            var rank = rank(local);
            for (var slot = 0; slot < network.slots; slot++) {
                var place = network.place(local, slot);
                if (place >= 0 && place != from) {
                    heard.move(place, rank, network.rank(slot));
                }
            }
            if (from != network.places && network.mayLeave(local)) {
                heard.move(network.places, rank, network.ranks);
            }
        }
    }

    @Override
    void arrivals(int to, Moves heard) {
        if (to == network.places) {
            leavers(heard);
            return;
        }
        for (var entry = firstWisher[to]; entry < firstWisher[to + 1]; entry++) {
            var local = wisher[entry];
            var from = place(local);
            if (from != to) {
                heard.move(from, rank(local), network.rank(wished[entry]));
            }
        }
    }

    private void leavers(Moves heard) {
        for (var local = 0; local < network.people; local++) {
            if (place(local) != network.places && network.mayLeave(local)) {
                heard.move(place(local), rank(local), network.ranks);
            }
        }
    }

    /// Sorts wishes by the place they are for.
    private void sortWishes() {
        var next = firstWisher.clone();
        for (var local = 0; local < network.people; local++) {
            for (var slot = 0; slot < network.slots; slot++) {
                var place = network.place(local, slot);
                if (place >= 0) {
                    wished[next[place]] = slot;
                    wisher[next[place]++] = local;
                }
            }
        }
    }

    private void countWishes() {
        for (var local = 0; local < network.people; local++) {
            for (var slot = 0; slot < network.slots; slot++) {
                var place = network.place(local, slot);
                if (place >= 0) {
                    firstWisher[place + 1]++;
                }
            }
        }
        for (var place = 0; place < network.places; place++) {
            firstWisher[place + 1] += firstWisher[place];
        }
    }

    @Override
    boolean isQuick() {
        return false;
    }

    @Override
    void restart() {
        Arrays.fill(nextResident, 0);
        Arrays.fill(nextSlot, 0);
    }

    @Override
    int nextTight(int from, Duals duals, boolean[] closed) {
        for (; nextResident[from] < residents[from].size(); nextResident[from]++) {
            var local = residents[from].get(nextResident[from]);
            for (; nextSlot[from] <= network.slots; nextSlot[from]++) {
                var place = network.place(local, nextSlot[from]);
                if (place >= 0 && place != from && !closed[place] && tight(from, local, nextSlot[from], duals)) {
                    choose(from, local, nextSlot[from]);
                    return place;
                }
            }
            nextSlot[from] = 0;
        }
        return -1;
    }

    private boolean tight(int from, int local, int slot, Duals duals) {
        return (slot < network.slots || network.mayLeave(local))
                && duals.tight(from, network.place(local, slot), rank(local), network.rank(slot));
    }

    @Override
    void arrived(int local, int place) {
        where[local] = residents[place].size();
        residents[place].add(local);
    }

    @Override
    void left(int local, int place) {
        var list = residents[place];
        var last = list.removeLast();
        if (last != local) {
            list.set(where[local], last);
            where[last] = where[local];
        }
    }
}
