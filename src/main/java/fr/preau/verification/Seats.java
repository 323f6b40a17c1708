package fr.preau.verification;

import java.util.Arrays;

/// Everyone sits where it is said, within the seats there are; and the profile counts them.
final class Seats {
    private final Question question;
    private final Claim.People people;
    private final boolean turns;
    private final Faults faults;
    private final int[] rank;
    private int[] taken = {};
    private int[] profile = {};

    /// People by place, and by rank.
    private final class Counts {
        final int[] taken = new int[question.none];
        final int[] profile = new int[Math.max(question.claim.ranks(), question.longest()) + 2];

        void addAll(Counts others) {
            Blocks.addAll(taken, others.taken);
            Blocks.addAll(profile, others.profile);
        }
    }

    Seats(Question question, Faults faults) {
        this.question = question;
        this.faults = faults;
        people = question.people;
        turns = question.claim.rule().equals("tirage");
        rank = new int[people.count()];
    }

    void check() {
        var counts = Blocks.gather(people.count(), Counts::new, this::count, Counts::addAll);
        taken = counts.taken;
        profile = counts.profile;
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

    private void count(Counts counts, int from, int to) {
        for (var person = from; person < to; person++) {
            var workshop = people.workshop[person];
            rank[person] = rankOf(person, workshop);
            if (!sits(person)) {
                faults.in(question.partOf(person), Fault.Kind.SEAT, people.ids.get(person));
            }
            counts.profile[column(person, counts.profile.length)]++;
            if (workshop >= 0) {
                counts.taken[question.kept(workshop, people.category[person])]++;
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
        var first = people.first[person];
        var count = people.first[person + 1] - first;
        var stated = people.rank[person];
        if (stated >= 0 && stated < count && people.wishes[first + stated] == workshop) {
            return stated;
        }
        for (var at = 0; at < count; at++) {
            if (people.wishes[first + at] == workshop) {
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
        return rank[person] == people.rank[person] && people.completed(person) == elsewhere && (!elsewhere || turns);
    }

    /// How many people hold a wish of this rank; past the last rank, none.
    int at(int rank) {
        return rank < question.claim.ranks()
                ? profile[rank]
                : profile[profile.length - 1] + profile[profile.length - 2];
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
