package fr.preau.verification;

import java.util.Arrays;

/// From which moment two places reach each other, when the arcs between places come one after the other: found for
/// all arcs at once, by halving the moments and contracting what is already joined.
final class Joined {
    private final int[] from;
    private final int[] to;
    private final int[] moment;
    private final int[] index;
    private final int[] low;
    private final int[] stack;
    private final int[] group;
    private final int[] firstArc;
    private final int[] cursor;
    private final int[] filled;
    private final Path path = new Path();

    /// Arcs in the order they come.
    ///
    /// @param nodes how many places there are
    Joined(int nodes, int[] from, int[] to) {
        this.from = from.clone();
        this.to = to.clone();
        moment = new int[from.length];
        index = new int[nodes];
        low = new int[nodes];
        stack = new int[nodes];
        group = new int[nodes];
        firstArc = new int[nodes];
        cursor = new int[nodes];
        filled = new int[nodes];
        var all = new int[from.length];
        Arrays.setAll(all, arc -> arc);
        split(0, from.length, all);
    }

    /// The number of the arc with which both ends of this one came to reach each other; one past the last if never.
    int moment(int arc) {
        return moment[arc];
    }

    /// Finds the moments of arcs, known to be from the first to the last; they stay in the order they come, so that
    /// those up to the middle are at the front.
    private void split(int first, int last, int[] arcs) {
        if (arcs.length == 0) {
            return;
        }
        if (first == last) {
            for (var arc : arcs) {
                moment[arc] = first;
            }
            return;
        }
        var middle = (first + last) >>> 1;
        var early = 0;
        while (early < arcs.length && arcs[early] <= middle) {
            early++;
        }
        var earlyArcs = Arrays.copyOf(arcs, early);
        groups(earlyArcs);
        var joined = new int[early];
        var rest = new int[arcs.length];
        var joinedCount = 0;
        for (var at = 0; at < arcs.length; at++) {
            if (at < early && group[from[arcs[at]]] == group[to[arcs[at]]]) {
                joined[joinedCount++] = arcs[at];
            } else {
                rest[at - joinedCount] = arcs[at];
            }
        }
        rest = Arrays.copyOf(rest, arcs.length - joinedCount);
        contract(rest, earlyArcs);
        split(first, middle, Arrays.copyOf(joined, joinedCount));
        split(middle + 1, last, rest);
    }

    /// Ends of the arcs that are left become their groups; a place that no early arc touches is its own.
    private void contract(int[] rest, int[] early) {
        var touched = new java.util.BitSet();
        for (var arc : early) {
            touched.set(from[arc]);
            touched.set(to[arc]);
        }
        for (var arc : rest) {
            from[arc] = touched.get(from[arc]) ? group[from[arc]] : from[arc];
            to[arc] = touched.get(to[arc]) ? group[to[arc]] : to[arc];
        }
    }

    /// Tarjan's strongly connected components of some arcs, without recursion; a group is named after one of its
    /// places.
    private void groups(int[] arcs) {
        var sorted = byStart(arcs);
        for (var arc : arcs) {
            index[from[arc]] = index[to[arc]] = -1;
        }
        var counter = 0;
        for (var arc : arcs) {
            counter = explore(from[arc], counter, sorted);
            counter = explore(to[arc], counter, sorted);
        }
    }

    private int[] byStart(int[] arcs) {
        for (var arc : arcs) {
            cursor[from[arc]] = 0;
            cursor[to[arc]] = 0;
        }
        for (var arc : arcs) {
            cursor[from[arc]]++;
        }
        var start = 0;
        for (var arc : arcs) {
            for (var node : new int[] {from[arc], to[arc]}) {
                if (cursor[node] >= 0) {
                    firstArc[node] = filled[node] = start;
                    start += cursor[node];
                    cursor[node] = -1 - cursor[node];
                }
            }
        }
        var sorted = new int[arcs.length];
        for (var arc : arcs) {
            sorted[filled[from[arc]]++] = arc;
        }
        return sorted;
    }

    private int explore(int root, int counted, int[] sorted) {
        if (index[root] >= 0) {
            return counted;
        }
        var counter = counted;
        var depth = 0;
        path.push(root);
        index[root] = low[root] = counter++;
        stack[depth++] = root;
        group[root] = -1;
        var left = degrees(root);
        path.left(left);
        while (!path.isEmpty()) {
            var at = path.top();
            if (path.remaining() > 0) {
                var next = to[sorted[firstArc[at] + path.take()]];
                if (index[next] < 0) {
                    index[next] = low[next] = counter++;
                    stack[depth++] = next;
                    group[next] = -1;
                    path.push(next);
                    path.left(degrees(next));
                } else if (group[next] < 0) {
                    low[at] = Math.min(low[at], index[next]);
                }
            } else {
                path.pop();
                if (low[at] == index[at]) {
                    do {
                        group[stack[--depth]] = at;
                    } while (stack[depth] != at);
                }
                if (!path.isEmpty()) {
                    low[path.top()] = Math.min(low[path.top()], low[at]);
                }
            }
        }
        return counter;
    }

    private int degrees(int node) {
        return -1 - cursor[node];
    }

    /// The way down of a search: places, and how many of their arcs are left to follow.
    private static final class Path {
        private int[] nodes = new int[16];
        private int[] left = new int[16];
        private int size;

        void push(int node) {
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * size);
                left = Arrays.copyOf(left, 2 * size);
            }
            nodes[size++] = node;
        }

        void left(int arcs) {
            left[size - 1] = arcs;
        }

        int top() {
            return nodes[size - 1];
        }

        int remaining() {
            return left[size - 1];
        }

        int take() {
            return --left[size - 1];
        }

        void pop() {
            size--;
        }

        boolean isEmpty() {
            return size == 0;
        }
    }
}
