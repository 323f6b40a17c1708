package fr.preau.allocation;

import java.util.Arrays;

/// A [Seating] that looks through those who sit in a place: little memory, whatever the number of places.
final class Residents extends Seating {
    private final IntList[] residents;
    private final int[] where;
    private final int[] nextResident;
    private final int[] nextSlot;

    Residents(Network network) {
        super(network);
        residents = new IntList[network.places + 1];
        Arrays.setAll(residents, place -> new IntList());
        where = new int[network.people];
        nextResident = new int[residents.length];
        nextSlot = new int[residents.length];
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
