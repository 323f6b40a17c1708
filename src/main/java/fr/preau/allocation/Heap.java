package fr.preau.allocation;

import java.util.Arrays;

/// Small numbers, nearest first; one that got nearer is added again and moves up.
final class Heap {
    /// Whether one comes before another.
    interface Nearer {
        boolean than(int one, int other);
    }

    private final Nearer nearer;
    private final int[] items;
    private final int[] where;
    private int size;

    Heap(int capacity, Nearer nearer) {
        this.nearer = nearer;
        items = new int[capacity];
        where = new int[capacity];
        Arrays.fill(where, -1);
    }

    void clear() {
        for (var index = 0; index < size; index++) {
            where[items[index]] = -1;
        }
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean holds(int item) {
        return where[item] >= 0;
    }

    void add(int item) {
        up(where[item] < 0 ? size++ : where[item], item);
    }

    int poll() {
        var first = items[0];
        where[first] = -1;
        var last = items[--size];
        if (size > 0) {
            down(last);
        }
        return first;
    }

    private void up(int from, int item) {
        var at = from;
        while (at > 0 && nearer.than(item, items[(at - 1) >> 1])) {
            put(at, items[(at - 1) >> 1]);
            at = (at - 1) >> 1;
        }
        put(at, item);
    }

    private void down(int item) {
        var at = 0;
        for (var child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && nearer.than(items[child + 1], items[child])) {
                child++;
            }
            if (!nearer.than(items[child], item)) {
                break;
            }
            put(at, items[child]);
            at = child;
        }
        put(at, item);
    }

    private void put(int at, int item) {
        items[at] = item;
        where[item] = at;
    }
}
