package fr.preau.allocation;

/// Who sits where in one component, and the moves open from each place. Two of them: [Buckets] keeps the cheapest
/// move between every two places at hand, [Wishers] looks through those who listed a place.
abstract sealed class Seating permits Buckets, Wishers {
    /// Hears of the moves out of a place, or into it.
    interface Moves {
        /// Someone could change places, and ranks; `other` is the place at the other end.
        void move(int other, int fromRank, int toRank);
    }

    /// Hears of the moves into a place.
    interface Arrivals {
        /// Whether a move is to be awake from now on.
        boolean awake(int from, int fromRank, int toRank);
    }

    final Network network;
    private final int[] held;
    private final int[] seat;
    private final int[] at;
    private final int rankBits;
    private final int[] load;
    private final int[] chosenPerson;
    private final int[] chosenSlot;

    /// Everyone in their first place, however many that makes.
    Seating(Network network) {
        this.network = network;
        held = new int[network.people];
        seat = new int[network.people];
        at = new int[network.people];
        rankBits = 32 - Integer.numberOfLeadingZeros(network.ranks);
        Math.multiplyExact(network.places + 1, 1 << rankBits);
        load = new int[network.places + 1];
        chosenPerson = new int[network.places + 1];
        chosenSlot = new int[network.places + 1];
        for (var local = 0; local < network.people; local++) {
            sit(local, network.firstSlot(local));
            load[place(local)]++;
        }
    }

    static Seating of(Network network, Costs costs) {
        return Buckets.fits(network) ? new Buckets(network, costs) : new Wishers(network);
    }

    private void sit(int local, int slot) {
        held[local] = slot;
        at[local] = network.place(local, slot);
        seat[local] = seat(at[local], network.rank(slot));
    }

    /// The slot of each person: the array itself, so that all else can be forgotten.
    final int[] held() {
        return held;
    }

    final int place(int local) {
        return at[local];
    }

    final int rank(int local) {
        return rankOf(seat[local]);
    }

    /// A place and the rank it is held at, as one number: looked up far more often than anything else.
    final int seat(int place, int rank) {
        return place << rankBits | rank;
    }

    final int placeOf(int ofSeat) {
        return ofSeat >> rankBits;
    }

    final int rankOf(int ofSeat) {
        return ofSeat & ((1 << rankBits) - 1);
    }

    final boolean sits(int local, int onSeat) {
        return seat[local] == onSeat;
    }

    final boolean overfull(int place) {
        return place < network.places && load[place] > network.seats[place];
    }

    final boolean free(int place) {
        return place == network.places || load[place] < network.seats[place];
    }

    /// At least the cheapest move to each place that can be reached in one.
    abstract void moves(int from, Moves heard);

    /// At least the cheapest move from each place from where this one can be reached in one, among those awake.
    abstract void arrivals(int to, Arrivals heard);

    /// The moves into a place that sleep: [#arrivals] and [#nextTight] pass them over.
    abstract void rouse(int to, Arrivals heard);

    /// Forgets how far [#nextTight] went.
    abstract void restart();

    /// The next place of a layer from which someone can come here at no reduced cost, or -1. Asked again, it answers
    /// the same until that place is of another layer, or they went.
    abstract int nextTight(int to, Duals duals, Layers layers, int wanted);

    abstract void arrived(int local, int place);

    abstract void left(int local, int place);

    final void choose(int to, int local, int slot) {
        chosenPerson[to] = local;
        chosenSlot[to] = slot;
    }

    /// Moves whom [#nextTight] found for a place.
    final void follow(int to) {
        var local = chosenPerson[to];
        load[place(local)]--;
        left(local, place(local));
        sit(local, chosenSlot[to]);
        load[place(local)]++;
        arrived(local, place(local));
    }
}
