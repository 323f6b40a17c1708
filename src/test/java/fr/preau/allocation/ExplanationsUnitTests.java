package fr.preau.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationsUnitTests {
    private static final int DRAWS = 1000;

    @Test
    void saysWhatOneMoreGrantedWishWouldCostOthers() {
        AllocatorUnitTests.forEachInstance(DRAWS, (instance, rule, seed) -> {
            var found = Allocator.run(instance, rule, Lottery.drawn(instance, seed));
            var explanations = new Explanations(found);
            for (var person = 0; person < instance.participants(); person++) {
                var held = found.rank(person) < 0 ? instance.wishes(person) : found.rank(person);
                for (var rank = 0; rank < held; rank++) {
                    check(found, explanations.why(person, rank), person, rank, rule + " " + seed);
                }
            }
        });
    }

    private static void check(Allocation found, Explanation said, int person, int rank, String seed) {
        var forced = BruteForce.forced(found.instance(), found.rule(), person, rank);
        switch (said) {
            case Explanation.Closed ignored ->
                assertThat(forced.possible()).as(seed).isFalse();
            case Explanation.Collective collective -> {
                var difference = difference(forced.profile(), found);
                assertThat(collective.change()).as(seed).isEqualTo(difference);
                assertThat(difference).as(seed).anyMatch(change -> change != 0);
                follows(found, collective.chain(), person, rank, seed);
            }
            case Explanation.Drawn drawn -> {
                assertThat(difference(forced.profile(), found)).as(seed).allMatch(change -> change == 0);
                assertThat(drawn.atNumber()).as(seed).isEqualTo(latest(found, forced, person));
                assertThat(drawn.atNumber()).as(seed).isLessThan(drawn.number());
                follows(found, drawn.chain(), person, rank, seed);
            }
            case Explanation.Full full -> throw new AssertionError("not under this rule: " + full);
        }
    }

    /// Each link is a move somebody can make, theirs first, and each takes the seat the next one leaves.
    private static void follows(
            Allocation found, java.util.List<Explanation.Move> chain, int person, int rank, String seed) {
        var instance = found.instance();
        assertThat(chain.getFirst().to()).as(seed).isEqualTo(instance.wish(person, rank));
        assertThat(chain.getFirst().from()).as(seed).isEqualTo(found.workshop(person));
        for (var move : chain) {
            assertThat(IntStream.range(0, instance.participants()).anyMatch(each -> could(found, each, move)))
                    .as("%s %s", seed, move)
                    .isTrue();
        }
    }

    private static boolean could(Allocation found, int person, Explanation.Move move) {
        var instance = found.instance();
        var none = instance.ranks();
        var rank = found.rank(person) < 0 ? none : found.rank(person);
        return found.workshop(person) == move.from()
                && rank == move.fromRank()
                && (move.toRank() == none
                        ? move.to() == Allocation.NO_SEAT
                        : move.toRank() < instance.wishes(person) && instance.wish(person, move.toRank()) == move.to());
    }

    /// Among equally good seatings that grant the wish, how late in the draw the first who moves can come.
    private static int latest(Allocation found, BruteForce forced, int person) {
        return forced.best().stream()
                .mapToInt(ranks -> IntStream.range(0, ranks.length)
                        .filter(each -> each != person && ranks[each] != found.rank(each))
                        .map(found.lottery()::number)
                        .min()
                        .orElse(Integer.MAX_VALUE))
                .max()
                .orElseThrow();
    }

    private static java.util.List<Integer> difference(int[] profile, Allocation found) {
        var now = found.profile();
        return IntStream.range(0, profile.length)
                .mapToObj(rank -> profile[rank]
                        - (rank < now.byRank().size() ? now.byRank().get(rank) : now.none()))
                .toList();
    }
}
