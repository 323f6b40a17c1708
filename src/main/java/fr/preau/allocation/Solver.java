package fr.preau.allocation;

import java.util.Arrays;

/// The best seating of one component. Everyone starts in their first wish, as if seats were without number; then people
/// move along the cheapest chains that end on a free seat, many chains of one price at a time, until no place is
/// overfull. A chain meets no move below cost, so the seating stays the cheapest there is for its loads.
final class Solver {
    private final Network network;
    private final Seating seating;
    private final Duals duals;
    private final boolean[] closed;
    private final int[] path;

    Solver(Network network, Seating seating, Duals duals) {
        this.network = network;
        this.seating = seating;
        this.duals = duals;
        closed = new boolean[network.places + 1];
        path = new int[network.places + 1];
    }

    void solve() {
        while (anyOverfull()) {
            if (!duals.advance(seating)) {
                throw new IllegalStateException("someone secured has no seat");
            }
            seating.restart();
            Arrays.fill(closed, false);
            for (var place = 0; place < network.places; place++) {
                relieve(place);
            }
        }
    }

    private boolean anyOverfull() {
        for (var place = 0; place < network.places; place++) {
            if (seating.overfull(place)) {
                return true;
            }
        }
        return false;
    }

    private void relieve(int place) {
        while (seating.overfull(place) && !closed[place]) {
            var length = chain(place);
            for (var step = length - 2; step >= 0; step--) {
                // Backwards, or whoever just arrived somewhere could be the one who is sent on.
                seating.follow(path[step]);
            }
        }
    }

    /// Looks for a chain of moves at no reduced cost, depth first; places on it, and dead ends, are closed meanwhile.
    ///
    /// @return how many places it has, 0 when there is none
    private int chain(int start) {
        var length = 0;
        path[length++] = start;
        closed[start] = true;
        while (length > 0) {
            var at = path[length - 1];
            if (seating.free(at) && duals.atSink(at)) {
                return reopened(length);
            }
            var to = seating.nextTight(at, duals, closed);
            if (to < 0) {
                length--;
            } else {
                closed[to] = true;
                path[length++] = to;
            }
        }
        return 0;
    }

    private int reopened(int length) {
        for (var step = 0; step < length; step++) {
            closed[path[step]] = false;
        }
        return length;
    }
}
