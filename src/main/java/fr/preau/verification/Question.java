package fr.preau.verification;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/// What was asked, read from a [Claim] with an own eye: places, components, costs. The open seats of a workshop are
/// the place of its number; the seats it keeps for a category come after all of those.
final class Question {
    final Claim claim;
    final Claim.People people;
    final int workshops;
    final int categories;
    /// "No seat" is the place of this number.
    final int none;

    final int[] seats;
    private final int[] leader;
    private final int[] part;
    private final int largest;
    private final int longest;

    Question(Claim claim) {
        this.claim = claim;
        people = claim.people();
        workshops = claim.offers().size();
        claim.offers().forEach(offer -> offer.kept().keySet().forEach(people::placeOf));
        claim.offers().forEach(offer -> offer.keptPrices().keySet().forEach(people::placeOf));
        categories = people.categories.size();
        none = Math.multiplyExact(workshops, categories);
        seats = new int[none + 1];
        seats[none] = Integer.MAX_VALUE;
        leader = new int[workshops];
        for (var workshop = 0; workshop < workshops; workshop++) {
            leader[workshop] = workshop;
            seats[workshop] = claim.offers().get(workshop).seats();
            for (var category = 1; category < categories; category++) {
                var kept = claim.offers().get(workshop).kept().getOrDefault(people.categories.get(category), 0);
                seats[kept(workshop, category)] = kept;
                seats[workshop] -= kept;
            }
        }
        part = new int[workshops];
        longest = longestList();
        largest = largest(split());
    }

    int kept(int workshop, int category) {
        return category * workshops + workshop;
    }

    /// Whether a workshop keeps seats for a category.
    boolean keeps(int workshop, int category) {
        return category > 0 && seats[kept(workshop, category)] > 0;
    }

    int workshop(int place) {
        return place % workshops;
    }

    private int split() {
        var apart = workshops;
        // Most often all are joined before long.
        for (var person = 0; person < people.count() && apart > 1; person++) {
            for (var at = 1; at < people.wishes(person); at++) {
                var one = find(people.wish(person, 0));
                var other = find(people.wish(person, at));
                apart -= one == other ? 0 : 1;
                leader[other] = one;
            }
        }
        var count = 0;
        Arrays.fill(part, -1);
        for (var workshop = 0; workshop < workshops; workshop++) {
            var of = find(workshop);
            part[of] = part[of] < 0 ? count++ : part[of];
            part[workshop] = part[of];
        }
        return count;
    }

    private int find(int workshop) {
        var at = workshop;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    /// Everything hangs together: somebody sits where they had not asked to.
    void join() {
        Arrays.fill(part, 0);
    }

    int partOf(int person) {
        if (people.wishes(person) > 0) {
            return part[people.wish(person, 0)];
        }
        return people.workshop[person] >= 0 ? part[people.workshop[person]] : -1;
    }

    int partOfWorkshop(int workshop) {
        return part[workshop];
    }

    int longest() {
        return longest;
    }

    private int longestList() {
        var most = 0;
        for (var person = 0; person < people.count(); person++) {
            most = Math.max(most, people.wishes(person));
        }
        return most;
    }

    /// Places of the largest component, kept ones counted.
    private int largest(int parts) {
        var sizes = new int[parts];
        var largest = 0;
        for (var workshop = 0; workshop < workshops; workshop++) {
            var keeping = claim.offers().get(workshop).kept().values().stream().filter(count -> count > 0);
            sizes[part[workshop]] += 1 + (int) keeping.count();
            largest = Math.max(largest, sizes[part[workshop]]);
        }
        return largest;
    }

    BigInteger base() {
        return BigInteger.valueOf(2L * (largest + 2L));
    }

    /// Costs of the ranks and of no seat under a rule, as the documentation defines them.
    List<BigInteger> costs() {
        var costs = new ArrayList<BigInteger>();
        for (var rank = 0; rank < claim.ranks(); rank++) {
            costs.add(
                    claim.rule().equals("equite")
                            ? loss(rank)
                            : loss(claim.ranks() - 1).subtract(advantage(rank)));
        }
        costs.add(base().pow(Math.max(claim.ranks() - 1, 0)));
        return costs;
    }

    /// Nothing at the first wish, then powers.
    private BigInteger loss(int rank) {
        return rank == 0 ? BigInteger.ZERO : base().pow(rank - 1);
    }

    /// How much less than the last wish another one costs under `premiers`.
    private BigInteger advantage(int rank) {
        var behind = claim.ranks() - 1 - rank;
        return behind == 0 ? BigInteger.ZERO : base().pow(behind - 1);
    }

    List<Report.Part> parts() {
        var names = new ArrayList<List<String>>();
        for (var workshop = 0; workshop < workshops; workshop++) {
            while (names.size() <= part[workshop]) {
                names.add(new ArrayList<>());
            }
            names.get(part[workshop]).add(claim.offers().get(workshop).id());
        }
        var counts = Blocks.gather(people.count(), () -> new int[names.size()], this::count, Blocks::addAll);
        var found = new ArrayList<Report.Part>();
        for (var number = 0; number < counts.length; number++) {
            found.add(new Report.Part(number, names.get(number), counts[number]));
        }
        return found;
    }

    private void count(int[] counts, int from, int to) {
        for (var person = from; person < to; person++) {
            if (partOf(person) >= 0) {
                counts[partOf(person)]++;
            }
        }
    }

    boolean samePeople() {
        return new HashSet<>(people.ids).size() < people.count();
    }

    boolean sameWorkshops() {
        var seen = new HashSet<>();
        return claim.offers().stream().anyMatch(offer -> !seen.add(offer.id()));
    }
}
