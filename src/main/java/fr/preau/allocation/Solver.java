package fr.preau.allocation;

/// The best seating of one component. Everyone starts in their first wish, as if seats were without number; then
/// people move along the cheapest chains that end on a free seat, as many at a time as there are at no reduced cost,
/// until no place is overfull. A chain meets no move below cost, so the seating stays the cheapest there is for its
/// loads.
final class Solver {
    private final Network network;
    private final Seating seating;
    private final Duals duals;
    private final Layers layers;
    private final int[] path;

    Solver(Network network, Seating seating, Duals duals) {
        this.network = network;
        this.seating = seating;
        this.duals = duals;
        layers = new Layers(network.places + 1);
        path = new int[network.places + 1];
    }

    void solve() {
        while (anyOverfull()) {
            if (!duals.advance(seating)) {
                throw new IllegalStateException("someone secured has no seat");
            }
            while (layered()) {
                for (var place = 0; place <= network.places; place++) {
                    relieve(place);
                }
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

    /// How many moves at no reduced cost, at least, lead from each place to a free seat: chains that go from layer to
    /// layer only never get in each other's way (Dinitz 1970).
    ///
    /// @return whether any chain begins somewhere overfull
    private boolean layered() {
        layers.clear();
        seating.restart();
        var last = 0;
        for (var place = 0; place <= network.places; place++) {
            if (vacant(place)) {
                layers.reach(place, 1);
                path[last++] = place;
            }
        }
        var any = false;
        for (var first = 0; first < last; first++) {
            var at = path[first];
            any |= seating.overfull(at);
            var from = seating.nextTight(at, duals, layers, Layers.UNREACHED);
            while (from >= 0) {
                layers.reach(from, layers.of(at) + 1);
                path[last++] = from;
                from = seating.nextTight(at, duals, layers, Layers.UNREACHED);
            }
        }
        seating.restart();
        return any;
    }

    private void relieve(int place) {
        while (vacant(place) && layers.of(place) == 1) {
            var length = chain(place);
            for (var step = length - 2; step >= 0; step--) {
                // Backwards, or whoever just arrived somewhere could be the one who is sent on.
                seating.follow(path[step]);
            }
        }
    }

    private boolean vacant(int place) {
        return seating.free(place) && duals.atSink(place);
    }

    /// Looks for a chain back from a free seat, depth first; dead ends leave their layer.
    ///
    /// @return how many places it has, 0 when there is none
    private int chain(int start) {
        var length = 0;
        path[length++] = start;
        while (length > 0) {
            var at = path[length - 1];
            if (seating.overfull(at)) {
                return length;
            }
            var from = seating.nextTight(at, duals, layers, layers.of(at) + 1);
            if (from < 0) {
                layers.close(at);
                length--;
            } else {
                path[length++] = from;
            }
        }
        return 0;
    }
}
