package fr.preau.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rule `tirage`, played again turn by turn. Whoever had a seat before finds it at their turn, if nothing better.
final class Turns {
    private final Question question;
    private final Claim.People people;
    private final Faults faults;
    private final int[] left;
    /// By place: seats had before, of people whose turn is to come.
    private final int[] promised;
    private final List<Integer> wrong = new ArrayList<>();
    private boolean elsewhere;

    Turns(Question question, Faults faults) {
        this.question = question;
        this.faults = faults;
        people = question.people;
        left = question.seats.clone();
        promised = new int[question.none];
        for (var person = 0; person < people.count(); person++) {
            promise(person, 1);
        }
    }

    void check() {
        var order = new Integer[people.count()];
        java.util.Arrays.setAll(order, person -> person);
        java.util.Arrays.sort(order, Comparator.comparingInt(person -> people.number[person]));
        for (var person : order) {
            promise(person, -1);
            var workshop = turn(person);
            if (workshop >= 0) {
                take(workshop, people.category[person]);
            }
            if (workshop != people.workshop[person]) {
                wrong.add(person);
            }
        }
        if (elsewhere) {
            question.join();
            faults.join();
        }
        wrong.forEach(person -> faults.in(question.partOf(person), Fault.Kind.DRAW, people.ids.get(person)));
    }

    private void promise(int person, int seats) {
        if (people.secured(person)) {
            var last = people.wishes(person) - 1;
            var had = people.fallback[person] >= 0 || last < 0 ? people.fallback[person] : people.wish(person, last);
            if (had >= 0) {
                promised[question.kept(had, people.category[person])] += seats;
            }
        }
    }

    private int turn(int person) {
        for (var at = 0; at < people.wishes(person); at++) {
            if (left(people.wish(person, at), people.category[person]) > 0) {
                return people.wish(person, at);
            }
        }
        if (people.fallback[person] >= 0) {
            elsewhere = true;
            return people.fallback[person];
        }
        return people.secured(person) ? -1 : most(people.category[person]);
    }

    private int left(int workshop, int category) {
        var others = 0;
        for (var each = 0; each < question.categories; each++) {
            if (each != category) {
                others += Math.max(0, promised[question.kept(workshop, each)] - keptLeft(workshop, each));
            }
        }
        return left[workshop] + keptLeft(workshop, category) - promised[question.kept(workshop, category)] - others;
    }

    private int keptLeft(int workshop, int category) {
        return category == 0 ? 0 : left[question.kept(workshop, category)];
    }

    private void take(int workshop, int category) {
        var kept = question.kept(workshop, category);
        left[category > 0 && left[kept] > 0 ? kept : workshop]--;
    }

    private int most(int category) {
        var best = -1;
        for (var workshop = 0; workshop < question.workshops; workshop++) {
            var free = left(workshop, category);
            if (free > 0
                    && (best < 0
                            || free > left(best, category)
                            || (free == left(best, category) && before(workshop, best)))) {
                best = workshop;
            }
        }
        elsewhere |= best >= 0;
        return best;
    }

    private boolean before(int one, int other) {
        var offers = question.claim.offers();
        return Numbers.byCharacter(offers.get(one).id(), offers.get(other).id()) < 0;
    }
}
