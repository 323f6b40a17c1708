package fr.preau.verification;

import java.util.Arrays;

/// Moves between places that cost nothing, and for each the latest in the draw who could make it.
final class Arcs {
    /// The number of a move that is nobody's in particular: a seat left free, another taken.
    static final int ANYBODY = Integer.MAX_VALUE;

    private static final int DENSE = 1 << 11;

    private final int side;
    private final boolean dense;
    private long[] keys;
    private int[] latest;
    private int size;

    Arcs(int side) {
        this.side = side;
        dense = side <= DENSE;
        keys = new long[dense ? 0 : 1 << 10];
        Arrays.fill(keys, -1);
        latest = new int[dense ? side * side : 1 << 10];
    }

    void add(int from, int to, int number) {
        var cell = dense ? from * side + to : cell((long) from * side + to);
        latest[cell] = Math.max(latest[cell], number);
    }

    void addAll(Arcs others) {
        for (var cell = 0; cell < others.latest.length; cell++) {
            if (others.latest[cell] > 0) {
                add(others.from(cell), others.to(cell), others.latest[cell]);
            }
        }
    }

    /// Cells that hold an arc, latest first.
    int[] latestFirst() {
        var order = new long[latest.length];
        var count = 0;
        for (var cell = 0; cell < latest.length; cell++) {
            if (latest[cell] > 0) {
                order[count++] = ((long) (ANYBODY - latest[cell]) << 32) | cell;
            }
        }
        Arrays.sort(order, 0, count);
        return Arrays.stream(order, 0, count).mapToInt(packed -> (int) packed).toArray();
    }

    int find(int from, int to) {
        return dense ? from * side + to : cell((long) from * side + to);
    }

    int from(int cell) {
        return dense ? cell / side : (int) (keys[cell] / side);
    }

    int to(int cell) {
        return dense ? cell % side : (int) (keys[cell] % side);
    }

    int latest(int cell) {
        return latest[cell];
    }

    int cells() {
        return latest.length;
    }

    private int cell(long key) {
        var at = slot(key);
        if (keys[at] == key) {
            return at;
        }
        if (2 * size >= keys.length) {
            grow();
            at = slot(key);
        }
        keys[at] = key;
        size++;
        return at;
    }

    private int slot(long key) {
        var at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (keys[at] >= 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        var oldKeys = keys;
        var oldLatest = latest;
        keys = new long[2 * oldKeys.length];
        Arrays.fill(keys, -1);
        latest = new int[keys.length];
        for (var cell = 0; cell < oldKeys.length; cell++) {
            if (oldKeys[cell] >= 0) {
                var at = slot(oldKeys[cell]);
                keys[at] = oldKeys[cell];
                latest[at] = oldLatest[cell];
            }
        }
    }
}
