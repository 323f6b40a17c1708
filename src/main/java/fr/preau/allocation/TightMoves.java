package fr.preau.allocation;

import java.util.Arrays;

/// The moves that cost nothing in a best seating: between any two places, those who may go from one to the other as
/// long as somebody takes their seat. Whoever is settled makes no more moves, but from a kept seat to an open one of
/// the same workshop and back.
final class TightMoves {
    final Network network;
    private final Ties ties;
    private final int[] held;
    private final int[] load;
    private final boolean[] settled;
    private final IntList[] out;
    private final Pairs pairs;
    private final IntList head = new IntList();
    private final IntList person = new IntList();
    private final IntList after = new IntList();

    /// @param held the slot of each person, kept up to date
    TightMoves(Network network, Ties ties, int[] held) {
        this.network = network;
        this.ties = ties;
        this.held = held;
        load = new int[network.places + 1];
        settled = new boolean[network.people];
        pairs = new Pairs(network.places + 1);
        out = new IntList[network.places + 1];
        Arrays.setAll(out, place -> new IntList());
        for (var local = 0; local < network.people; local++) {
            load[place(local)]++;
            open(local);
        }
    }

    int held(int local) {
        return held[local];
    }

    int place(int local) {
        return network.place(local, held[local]);
    }

    boolean free(int place) {
        return place == network.places || load[place] < network.seats[place];
    }

    private void open(int local) {
        for (var index = ties.first(local); index < ties.first(local + 1); index++) {
            if (ties.slot(index) != held[local]) {
                add(local, pair(place(local), network.place(local, ties.slot(index))));
            }
        }
    }

    private int pair(int from, int to) {
        var pair = pairs.number(from, to);
        if (pair == head.size()) {
            head.add(-1);
        }
        return pair;
    }

    private void add(int local, int pair) {
        if (head.get(pair) < 0) {
            out[place(local)].add(pair);
        }
        person.add(local);
        after.add(head.get(pair));
        head.set(pair, person.size() - 1);
    }

    /// Where somebody could go from here, by the number of the pair of places.
    IntList from(int place) {
        return out[place];
    }

    int target(int pair) {
        return pairs.to(pair);
    }

    /// Whether somebody can still make this move; a pair that nobody can is forgotten by whoever asked.
    boolean alive(int from, int pair) {
        var entry = head.get(pair);
        while (entry >= 0 && !canMove(person.get(entry), from, target(pair))) {
            entry = after.get(entry);
        }
        head.set(pair, entry);
        return entry >= 0;
    }

    private boolean canMove(int local, int from, int to) {
        return place(local) == from && (!settled[local] || sameWorkshop(local, to));
    }

    private boolean sameWorkshop(int local, int to) {
        return network.place(local, network.slot(local, network.rank(held[local]), to)) == to;
    }

    int mover(int pair) {
        return person.get(head.get(pair));
    }

    void move(int local, int slot) {
        load[place(local)]--;
        held[local] = slot;
        load[place(local)]++;
        open(local);
    }

    /// The slot in which somebody reaches a place without loss.
    int tightSlot(int local, int place) {
        for (var slot = 0; slot <= network.slots; slot++) {
            if (network.place(local, slot) == place) {
                return slot;
            }
        }
        throw new IllegalStateException("no such wish");
    }

    void settle(int local) {
        settled[local] = true;
    }
}
