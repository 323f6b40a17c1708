package fr.preau.verification;

import java.util.Arrays;

/// Everyone sits where it is said, within the seats there are; and the profile counts them.
final class Seats {
    private final Question question;
    private final Claim.People people;
    private final Faults faults;
    private final int[] taken;
    private final int[] rank;

    Seats(Question question, Faults faults) {
        this.question = question;
        this.faults = faults;
        people = question.people;
        taken = new int[question.none];
        rank = new int[people.count()];
    }

    void check() {
        var profile = new int[Math.max(question.claim.ranks(), question.longest()) + 2];
        for (var person = 0; person < people.count(); person++) {
            rank[person] = rankOf(person, people.workshop[person]);
            if (!sits(person)) {
                faults.in(question.partOf(person), Fault.Kind.SEAT, people.ids.get(person));
            }
            profile[column(person, profile.length)]++;
            if (people.workshop[person] >= 0) {
                taken[question.kept(people.workshop[person], people.category[person])]++;
            }
        }
        if (!Arrays.stream(profile).boxed().toList().equals(question.claim.profile())) {
            faults.whole(Fault.Kind.PROFILE, "");
        }
        for (var workshop = 0; workshop < question.workshops; workshop++) {
            if (inOpenSeats(workshop) > question.seats[workshop]) {
                faults.in(
                        question.partOfWorkshop(workshop),
                        Fault.Kind.CAPACITY,
                        question.claim.offers().get(workshop).id());
            }
        }
    }

    private int column(int person, int columns) {
        if (people.workshop[person] < 0) {
            return columns - 1;
        }
        return rank[person] < 0 ? columns - 2 : rank[person];
    }

    /// Which wish a workshop is, or -1.
    private int rankOf(int person, int workshop) {
        for (var at = 0; at < people.wishes(person); at++) {
            if (people.wish(person, at) == workshop) {
                return at;
            }
        }
        return -1;
    }

    private boolean sits(int person) {
        var workshop = people.workshop[person];
        if (workshop < 0) {
            return people.rank[person] < 0 && !people.completed(person) && !people.secured(person);
        }
        var elsewhere = rank[person] < 0;
        return rank[person] == people.rank[person]
                && people.completed(person) == elsewhere
                && (!elsewhere || question.claim.rule().equals("tirage"));
    }

    /// Which wish somebody holds, or -1.
    int rank(int person) {
        return rank[person];
    }

    /// How many of a category sit in a workshop; 0 is no category.
    int taken(int workshop, int category) {
        return taken[question.kept(workshop, category)];
    }

    /// Kept seats are taken first.
    int inOpenSeats(int workshop) {
        var open = taken(workshop, 0);
        for (var category = 1; category < question.categories; category++) {
            open += Math.max(0, taken(workshop, category) - question.seats[question.kept(workshop, category)]);
        }
        return open;
    }

    boolean full(int place) {
        var workshop = question.workshop(place);
        return place < question.workshops
                ? inOpenSeats(workshop) >= question.seats[place]
                : taken[place] >= question.seats[place];
    }
}
