package fr.preau.verification;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a seat is worth to somebody: the cost of its rank and the price of its place, as the position of that sum
/// among all such sums. Comparing positions is exact, and quick.
final class Worth {
    static final int NEVER = Integer.MAX_VALUE;
    static final int BETTER_ELSEWHERE = 0;
    static final int BEST = 1;
    static final int TIED = 2;

    private final Question question;
    private final Claim.People people;
    private final int columns;
    private final int none;
    private final @Nullable BigInteger[] price;
    private final int[] level;
    private final BigInteger[] sorted;

    Worth(Question question, List<BigInteger> costs) {
        this.question = question;
        people = question.people;
        columns = costs.size();
        price = prices();
        var sums = new BigInteger[price.length * columns];
        for (var cell = 0; cell < sums.length; cell++) {
            var priced = price[cell / columns];
            sums[cell] = priced == null ? BigInteger.ONE.negate() : priced.add(costs.get(cell % columns));
        }
        sorted = Arrays.stream(sums).distinct().sorted().toArray(BigInteger[]::new);
        level = new int[sums.length];
        for (var cell = 0; cell < sums.length; cell++) {
            level[cell] = price[cell / columns] == null ? NEVER : Arrays.binarySearch(sorted, sums[cell]);
        }
        none = level[question.none * columns + columns - 1];
    }

    private @Nullable BigInteger[] prices() {
        var found = new @Nullable BigInteger[question.none + 1];
        for (var workshop = 0; workshop < question.workshops; workshop++) {
            var offer = question.claim.offers().get(workshop);
            found[workshop] = offer.price();
            for (var category = 1; category < question.categories; category++) {
                if (question.keeps(workshop, category)) {
                    found[question.kept(workshop, category)] =
                            offer.keptPrices().get(question.people.categories.get(category));
                }
            }
        }
        found[question.none] = BigInteger.ZERO;
        return found;
    }

    /// Null where there are no seats of that kind.
    @Nullable
    BigInteger price(int place) {
        return price[place];
    }

    boolean unpriced(int place) {
        var priced = price[place];
        return priced != null && priced.signum() == 0;
    }

    /// Of a workshop at a rank, for somebody of a category.
    int of(int workshop, int category, int rank) {
        var open = level[workshop * columns + rank];
        return category == 0 ? open : Math.min(open, level[question.kept(workshop, category) * columns + rank]);
    }

    int ofPlace(int place, int rank) {
        return level[place * columns + rank];
    }

    int ofNone() {
        return none;
    }

    /// The sum at a position.
    BigInteger sum(int position) {
        return Objects.requireNonNull(sorted[position]);
    }

    int positions() {
        return sorted.length;
    }

    /// The best there is for somebody.
    int best(int person) {
        var best = people.secured(person) ? NEVER : none;
        for (var rank = 0; rank < people.wishes(person); rank++) {
            best = Math.min(best, of(people.wish(person, rank), people.category[person], rank));
        }
        return best;
    }

    /// Whether what somebody holds is [#BETTER_ELSEWHERE], [#BEST], or perhaps as good as something else of theirs.
    int compared(int person, int held) {
        if (people.category[person] != 0) {
            return held == best(person) ? TIED : BETTER_ELSEWHERE;
        }
        // What the check of everyone spends its time on: plain arrays, no branch.
        var wishes = people.wishes;
        var levels = level;
        var best = people.secured(person) ? NEVER : none;
        var same = best == held ? 1 : 0;
        var end = people.first[person + 1];
        for (int at = people.first[person], rank = 0; at < end; at++, rank++) {
            var there = levels[wishes[at] * columns + rank];
            best = Math.min(best, there);
            same += there == held ? 1 : 0;
        }
        return best != held ? BETTER_ELSEWHERE : same > 1 ? TIED : BEST;
    }
}
