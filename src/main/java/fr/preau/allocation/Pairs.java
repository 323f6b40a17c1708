package fr.preau.allocation;

import java.util.Arrays;

/// Numbers ordered pairs of places as they are met, from 0.
final class Pairs {
    private static final long DENSE = 1L << 22;

    private final int side;
    private final boolean dense;
    private int[] numbers;
    private long[] keys;
    private final IntList from = new IntList();
    private final IntList to = new IntList();

    Pairs(int side) {
        this.side = side;
        dense = (long) side * side <= DENSE;
        numbers = new int[dense ? side * side : 1 << 12];
        keys = new long[dense ? 0 : numbers.length];
    }

    int size() {
        return from.size();
    }

    int from(int pair) {
        return from.get(pair);
    }

    int to(int pair) {
        return to.get(pair);
    }

    /// The number of a pair, a new one when it is new.
    int number(int start, int end) {
        var key = (long) start * side + end;
        var cell = dense ? (int) key : cell(key);
        if (numbers[cell] == 0) {
            from.add(start);
            to.add(end);
            numbers[cell] = from.size();
            if (!dense) {
                keys[cell] = key;
                grow();
            }
            return from.size() - 1;
        }
        return numbers[cell] - 1;
    }

    private int cell(long key) {
        var cell = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (numbers.length - 1);
        while (numbers[cell] != 0 && keys[cell] != key) {
            cell = (cell + 1) & (numbers.length - 1);
        }
        return cell;
    }

    private void grow() {
        if (2 * from.size() < numbers.length) {
            return;
        }
        numbers = new int[2 * numbers.length];
        keys = Arrays.copyOf(keys, numbers.length);
        for (var pair = 0; pair < from.size(); pair++) {
            var key = (long) from.get(pair) * side + to.get(pair);
            var cell = cell(key);
            keys[cell] = key;
            numbers[cell] = pair + 1;
        }
    }
}
