package fr.preau.allocation;

import java.util.Arrays;

/// For each place, from which others a move may be at no reduced cost: one bit each. A search writes down what it
/// meets, so that chains are looked for there only. Whoever uses one makes sure of it: people have moved since.
final class Tight {
    private final int words;
    private final long[] into;

    Tight(int places) {
        words = (places + 63) >> 6;
        into = new long[places * words];
    }

    /// No move, from now on.
    void none() {
        Arrays.fill(into, 0);
    }

    /// Any move.
    void all() {
        Arrays.fill(into, -1);
    }

    void add(int from, int to) {
        into[to * words + (from >> 6)] |= 1L << from;
    }

    /// This move, and no other to the same place.
    void only(int from, int to) {
        Arrays.fill(into, to * words, (to + 1) * words, 0);
        add(from, to);
    }

    void remove(int from, int to) {
        into[to * words + (from >> 6)] &= ~(1L << from);
    }

    /// Sixty-four places from which one may come, the lowest bit being place `64 * word`.
    long word(int to, int word) {
        return into[to * words + word];
    }
}
