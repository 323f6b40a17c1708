package fr.preau.verification;

/// Whether everyone holds what costs them least, rank and price together, and which other seats would cost them the
/// same.
final class Choices {
    private final Question question;
    private final Claim.People people;
    private final Seats seats;
    private final Worth worth;
    private final Faults faults;
    private final boolean[] inKept;
    private final boolean[] tempted;

    /// What one pass over everyone finds.
    final class Found {
        /// Everyone's moves at no cost.
        final Arcs arcs = new Arcs(question.none + 2);

        /// How many people have each sum as their smallest, by its position.
        final int[] smallest = new int[worth.positions()];

        private void addAll(Found others) {
            arcs.addAll(others.arcs);
            Blocks.addAll(smallest, others.smallest);
        }
    }

    Choices(Question question, Seats seats, Worth worth, Faults faults) {
        this.question = question;
        this.seats = seats;
        this.worth = worth;
        this.faults = faults;
        people = question.people;
        tempted = new boolean[people.count()];
        inKept = new boolean[question.none];
        for (var place = question.workshops; place < question.none; place++) {
            // When some of a category sit in open seats, all may be thought there: both kinds cost the same then.
            inKept[place] = question.seats[place] > 0
                    && seats.taken(question.workshop(place), place / question.workshops) <= question.seats[place];
        }
    }

    boolean inKept(int place) {
        return inKept[place];
    }

    Found find() {
        return Blocks.gather(people.count(), Found::new, this::look, Found::addAll);
    }

    private void look(Found found, int from, int to) {
        for (var person = from; person < to; person++) {
            var held = held(person);
            var outcome = worth.compared(person, held);
            if (outcome == Worth.BETTER_ELSEWHERE) {
                faults.in(question.partOf(person), Fault.Kind.BETTER_SEAT, people.ids.get(person));
                held = worth.best(person);
            } else if (outcome != Worth.BEST) {
                moves(found.arcs, person, held);
            }
            if (held != Worth.NEVER) {
                found.smallest[held]++;
            }
        }
    }

    private void moves(Arcs arcs, int person, int best) {
        var from = place(person);
        for (var rank = 0; rank < people.wishes(person); rank++) {
            if (people.wish(person, rank) != people.workshop[person]) {
                moves(arcs, person, from, rank, best);
            }
        }
        if (from != question.none && !people.secured(person) && worth.ofNone() == best) {
            arcs.add(from, question.none, people.number[person]);
        }
    }

    private void moves(Arcs arcs, int person, int from, int rank, int best) {
        var open = people.wish(person, rank);
        var kept = question.kept(open, people.category[person]);
        if (worth.ofPlace(open, rank) == best) {
            arcs.add(from, open, people.number[person]);
            tempted[person] |= rank < lastRank(person);
        }
        if (kept != open && worth.ofPlace(kept, rank) == best) {
            arcs.add(from, kept, people.number[person]);
            tempted[person] |= rank < lastRank(person);
        }
    }

    private int lastRank(int person) {
        return seats.rank(person) < 0 ? people.wishes(person) : seats.rank(person);
    }

    private int place(int person) {
        var workshop = people.workshop[person];
        if (workshop < 0) {
            return question.none;
        }
        var kept = question.kept(workshop, people.category[person]);
        return inKept[kept] ? kept : workshop;
    }

    private int held(int person) {
        if (people.workshop[person] < 0) {
            return worth.ofNone();
        }
        var rank = seats.rank(person);
        return rank < 0 ? Worth.NEVER : worth.of(people.workshop[person], people.category[person], rank);
    }

    /// Nobody could have a better wish if only people after them moved.
    ///
    /// @param latest for each arc, the latest number in the draw with which all of a way back comes
    void checkDraw(Arcs arcs, int[] latest) {
        Blocks.each(people.count(), (nothing, from, to) -> {
            for (var person = from; person < to; person++) {
                if (tempted[person] && bettered(person, arcs, latest)) {
                    faults.in(question.partOf(person), Fault.Kind.DRAW, people.ids.get(person));
                }
            }
        });
    }

    private boolean bettered(int person, Arcs arcs, int[] latest) {
        var from = place(person);
        var best = held(person);
        for (var rank = 0; rank < lastRank(person); rank++) {
            var open = people.wish(person, rank);
            var kept = question.kept(open, people.category[person]);
            if ((worth.ofPlace(open, rank) == best && latest[arcs.find(from, open)] >= people.number[person])
                    || (kept != open
                            && worth.ofPlace(kept, rank) == best
                            && latest[arcs.find(from, kept)] >= people.number[person])) {
                return true;
            }
        }
        return false;
    }
}
