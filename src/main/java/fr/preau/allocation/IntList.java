package fr.preau.allocation;

import java.util.Arrays;

/// A growing list of numbers, without an object each.
final class IntList {
    private int[] values;
    private int size;

    IntList() {
        this(16);
    }

    /// As many as are expected: none is copied to make room for the next.
    IntList(int expected) {
        values = new int[Math.max(expected, 16)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    /// Order is not kept: the last takes its place.
    void removeAt(int index) {
        values[index] = values[--size];
    }

    /// Keeps the first ones.
    void shorten(int kept) {
        size = kept;
    }

    int[] trimmed() {
        return size == values.length ? values : Arrays.copyOf(values, size);
    }
}
