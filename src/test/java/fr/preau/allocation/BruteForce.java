package fr.preau.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Every seating there is, and the best of them by the words of the rule alone.
class BruteForce {
    private final Instance instance;
    private final Rule rule;
    private final int extraOpen;
    private final int extraKept;
    private final int forcedPerson;
    private final int forcedRank;
    private final int[] current;
    private final List<int[]> best = new ArrayList<>();
    private int[] bestScore = {};

    /// @param extraOpen a workshop that has one open seat more, or -1
    /// @param extraKept a category for which that seat is kept instead, or -1
    BruteForce(Instance instance, Rule rule, int extraOpen, int extraKept) {
        this(instance, rule, extraOpen, extraKept, -1, -1);
    }

    /// The best among those where one person has one wish.
    static BruteForce forced(Instance instance, Rule rule, int person, int rank) {
        return new BruteForce(instance, rule, -1, -1, person, rank);
    }

    private BruteForce(Instance instance, Rule rule, int extraOpen, int extraKept, int forcedPerson, int forcedRank) {
        this.forcedPerson = forcedPerson;
        this.forcedRank = forcedRank;
        this.instance = instance;
        this.rule = rule;
        this.extraOpen = extraOpen;
        this.extraKept = extraKept;
        current = new int[instance.participants()];
        seat(0);
    }

    BruteForce(Instance instance, Rule rule) {
        this(instance, rule, -1, -1);
    }

    private void seat(int person) {
        if (person == current.length) {
            judge();
            return;
        }
        for (var rank = -1; rank < instance.wishes(person); rank++) {
            if ((rank >= 0 || !instance.secured(person)) && (person != forcedPerson || rank == forcedRank)) {
                current[person] = rank;
                seat(person + 1);
            }
        }
    }

    private void judge() {
        var score = score(current);
        var compared = best.isEmpty() ? 1 : Arrays.compare(score, bestScore);
        if (compared < 0 || !fits()) {
            return;
        }
        if (compared > 0) {
            best.clear();
            bestScore = score;
        }
        best.add(current.clone());
    }

    private boolean fits() {
        for (var workshop = 0; workshop < instance.workshops().size(); workshop++) {
            var counts = new int[instance.categories().size() + 1];
            for (var person = 0; person < current.length; person++) {
                if (current[person] >= 0 && instance.wish(person, current[person]) == workshop) {
                    counts[instance.category(person) + 1]++;
                }
            }
            var open = instance.workshops().get(workshop).open() - counts[0];
            open += workshop == extraOpen && extraKept < 0 ? 1 : 0;
            for (var category = 0; category + 1 < counts.length; category++) {
                var kept = instance.kept(workshop, category) + (workshop == extraOpen && category == extraKept ? 1 : 0);
                open -= Math.max(0, counts[category + 1] - kept);
            }
            if (open < 0) {
                return false;
            }
        }
        return true;
    }

    /// Greater is better: people seated; then by rank under `premiers`, not at the last rank, … under `equite`.
    private int[] score(int[] ranks) {
        var profile = profile(ranks);
        if (rule == Rule.PREMIERS) {
            var score = new int[profile.length];
            score[0] = -profile[profile.length - 1];
            System.arraycopy(profile, 0, score, 1, profile.length - 1);
            return score;
        }
        var score = new int[profile.length];
        for (var each = 0; each < score.length; each++) {
            score[each] = -profile[profile.length - 1 - each];
        }
        return score;
    }

    private int[] profile(int[] ranks) {
        var profile = new int[instance.ranks() + 1];
        Arrays.stream(ranks).forEach(rank -> profile[rank < 0 ? instance.ranks() : rank]++);
        return profile;
    }

    boolean possible() {
        return !best.isEmpty();
    }

    int[] profile() {
        return profile(best.getFirst());
    }

    List<int[]> best() {
        return best;
    }

    /// The one among the best where the first of the draw has their best possible rank, then the second, …
    int[] chosen(Lottery lottery) {
        var left = best;
        for (var place = 0; place < instance.participants(); place++) {
            var person = lottery.person(place);
            var rank = left.stream()
                    .mapToInt(each -> rankOrLast(each[person]))
                    .min()
                    .orElseThrow();
            left = left.stream()
                    .filter(each -> rankOrLast(each[person]) == rank)
                    .toList();
        }
        if (left.size() != 1) {
            throw new AssertionError("the draw leaves a choice");
        }
        return left.getFirst();
    }

    private int rankOrLast(int rank) {
        return rank < 0 ? instance.ranks() : rank;
    }
}
