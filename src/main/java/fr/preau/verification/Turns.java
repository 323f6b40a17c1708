package fr.preau.verification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rule `tirage`, played again turn by turn.
final class Turns {
    private final Question question;
    private final Claim.People people;
    private final Faults faults;
    private final int[] left;
    private final List<Integer> wrong = new ArrayList<>();
    private boolean elsewhere;

    Turns(Question question, Faults faults) {
        this.question = question;
        this.faults = faults;
        people = question.people;
        left = question.seats.clone();
    }

    void check() {
        var order = new Integer[people.count()];
        java.util.Arrays.setAll(order, person -> person);
        java.util.Arrays.sort(order, Comparator.comparingInt(person -> people.number[person]));
        for (var person : order) {
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
        return left[workshop] + (category == 0 ? 0 : left[question.kept(workshop, category)]);
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
