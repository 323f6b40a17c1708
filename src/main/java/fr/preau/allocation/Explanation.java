package fr.preau.allocation;

import java.util.List;

/// Why somebody did not get a wish they prefer to what they hold.
public sealed interface Explanation {
    /// Under [Rule#TIRAGE]: the workshop had no seat left for them at a number before theirs; 0 when it never had one.
    record Full(int atNumber, int number) implements Explanation {}

    /// Seating them there costs others more than it gives: the cheapest chain of moves, theirs first, and what it would
    /// change in the profile, by rank, then without a seat.
    record Collective(List<Move> chain, List<Integer> change) implements Explanation {
        public Collective {
            chain = List.copyOf(chain);
            change = List.copyOf(change);
        }
    }

    /// Seating them there would be as good for all, but every such chain moves somebody whose number in the draw is at
    /// most this one, and comes before theirs. One such chain, theirs first.
    record Drawn(List<Move> chain, int atNumber, int number) implements Explanation {
        public Drawn {
            chain = List.copyOf(chain);
        }
    }

    /// No chain of moves, however costly, makes room there.
    record Closed() implements Explanation {}

    /// One person of a chain.
    ///
    /// @param from the workshop left, or [Allocation#NO_SEAT]
    /// @param to the workshop taken, or [Allocation#NO_SEAT]
    /// @param fromRank from 0, the number of ranks for no seat
    record Move(int from, int to, int fromRank, int toRank) {}
}
