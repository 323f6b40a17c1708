package fr.preau.verification;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// The rules that seek the best: prices that prove it, and a draw that leaves nothing to choose.
final class Proof {
    private static final int BLOCK = 1 << 15;

    private final Question question;
    private final Claim.People people;
    private final Seats seats;
    private final Worth worth;
    private final Faults faults;
    private final boolean[] inKept;
    private final int sink;

    Proof(Question question, Seats seats, Worth worth, Faults faults) {
        this.question = question;
        this.seats = seats;
        this.worth = worth;
        this.faults = faults;
        people = question.people;
        sink = question.none + 1;
        inKept = new boolean[question.none];
        for (var place = question.workshops; place < question.none; place++) {
            // When some of a category sit in open seats, all may be thought there: both kinds cost the same then.
            inKept[place] = question.seats[place] > 0
                    && seats.taken(question.workshop(place), place / question.workshops) <= question.seats[place];
        }
    }

    /// Whether every place has a price that may be one.
    boolean priced() {
        var sound = true;
        for (var place = 0; place < question.none; place++) {
            if (place >= question.workshops && question.seats[place] == 0) {
                sound &= keptPriceIsAsked(place);
            } else {
                var price = worth.price(place);
                if (price == null || price.signum() < 0) {
                    wrongPlace(place, Fault.Kind.PRICE);
                    sound = false;
                }
            }
        }
        return sound;
    }

    /// A price for seats that are not kept means nothing.
    private boolean keptPriceIsAsked(int place) {
        var offer = question.claim.offers().get(question.workshop(place));
        if (offer.keptPrices().containsKey(people.categories.get(place / question.workshops))) {
            wrongPlace(place, Fault.Kind.PRICE);
            return false;
        }
        return true;
    }

    void check(List<BigInteger> costs) {
        checkPrices();
        var arcs = moves();
        placesMoves(arcs);
        checkSmallest(arcs);
        checkDraw(arcs);
        checkSums(costs);
        checkGains();
    }

    private void wrongPlace(int place, Fault.Kind kind) {
        var workshop = question.workshop(place);
        faults.in(
                question.partOfWorkshop(workshop),
                kind,
                question.claim.offers().get(workshop).id());
    }

    private void wrong(int person, Fault.Kind kind) {
        faults.in(question.partOf(person), kind, people.ids.get(person));
    }

    private void checkPrices() {
        for (var place = 0; place < question.none; place++) {
            if (worth.price(place) == null) {
                continue;
            }
            if (!worth.unpriced(place) && !seats.full(place)) {
                wrongPlace(place, Fault.Kind.PRICE);
            }
            if (place >= question.workshops) {
                checkKept(place, question.workshop(place));
            }
        }
    }

    /// A kept seat is never dearer than an open one, and as dear when somebody of the category sits in an open one.
    private void checkKept(int place, int workshop) {
        var compared =
                Objects.requireNonNull(worth.price(place)).compareTo(Objects.requireNonNull(worth.price(workshop)));
        if (compared > 0 || (compared < 0 && !inKept[place])) {
            wrongPlace(place, Fault.Kind.PRICE);
        }
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

    /// Everyone's moves at no cost, and whether everyone holds what costs them least.
    private Arcs moves() {
        var blocks = (people.count() + BLOCK - 1) / BLOCK;
        return IntStream.range(0, blocks)
                .parallel()
                .collect(
                        () -> new Arcs(sink + 1),
                        (arcs, block) -> {
                            for (var person = block * BLOCK;
                                    person < Math.min(people.count(), (block + 1) * BLOCK);
                                    person++) {
                                moves(person, arcs);
                            }
                        },
                        Arcs::addAll);
    }

    private void moves(int person, Arcs arcs) {
        var best = worth.best(person);
        if (held(person) != best) {
            synchronized (faults) {
                wrong(person, Fault.Kind.BETTER_SEAT);
            }
            return;
        }
        var from = place(person);
        for (var rank = 0; rank < people.wishes(person); rank++) {
            if (people.wish(person, rank) != people.workshop[person]) {
                moves(person, from, rank, best, arcs);
            }
        }
        if (from != question.none && !people.secured(person) && worth.ofNone() == best) {
            arcs.add(from, question.none, people.number[person]);
        }
    }

    private void moves(int person, int from, int rank, int best, Arcs arcs) {
        var open = people.wish(person, rank);
        if (worth.ofPlace(open, rank) == best) {
            arcs.add(from, open, people.number[person]);
        }
        var kept = question.kept(open, people.category[person]);
        if (kept != open && worth.ofPlace(kept, rank) == best) {
            arcs.add(from, kept, people.number[person]);
        }
    }

    /// Moves that are nobody's: between kept and open seats of one workshop, and through a free seat.
    private void placesMoves(Arcs arcs) {
        for (var place = 0; place <= question.none; place++) {
            if (worth.unpriced(place)) {
                arcs.add(sink, place, Arcs.ANYBODY);
                if (place == question.none || !seats.full(place)) {
                    arcs.add(place, sink, Arcs.ANYBODY);
                }
            }
            if (place >= question.workshops && place < question.none && sameAsOpen(place)) {
                if (seats.taken(question.workshop(place), place / question.workshops) > 0) {
                    arcs.add(place, question.workshop(place), Arcs.ANYBODY);
                }
                if (!inKept[place]) {
                    arcs.add(question.workshop(place), place, Arcs.ANYBODY);
                }
            }
        }
    }

    private boolean sameAsOpen(int place) {
        var price = worth.price(place);
        return price != null && price.equals(worth.price(question.workshop(place)));
    }

    /// Every price is what one more seat gains: a chain at no cost leads there from a place without price.
    private void checkSmallest(Arcs arcs) {
        var next = new java.util.HashMap<Integer, java.util.ArrayList<Integer>>();
        for (var cell : arcs.latestFirst()) {
            next.computeIfAbsent(arcs.from(cell), absent -> new java.util.ArrayList<>())
                    .add(arcs.to(cell));
        }
        var reached = new boolean[sink + 1];
        var queue = new ArrayDeque<Integer>(List.of(sink));
        reached[sink] = true;
        while (!queue.isEmpty()) {
            for (var to : next.getOrDefault(queue.poll(), new java.util.ArrayList<>())) {
                if (!reached[to]) {
                    reached[to] = true;
                    queue.add(to);
                }
            }
        }
        for (var place = 0; place < question.none; place++) {
            if (worth.price(place) != null && !reached[place]) {
                wrongPlace(place, Fault.Kind.PRICE_NOT_SMALLEST);
            }
        }
    }

    /// Nobody could have a better wish if only people after them moved.
    private void checkDraw(Arcs arcs) {
        var order = arcs.latestFirst();
        var joined = new Joined(
                sink + 1,
                Arrays.stream(order).map(arcs::from).toArray(),
                Arrays.stream(order).map(arcs::to).toArray());
        var latest = new int[arcs.cells()];
        for (var arc = 0; arc < order.length; arc++) {
            var moment = joined.moment(arc);
            latest[order[arc]] = moment == order.length ? 0 : arcs.latest(order[moment]);
        }
        for (var person = 0; person < people.count(); person++) {
            if (bettered(person, arcs, latest)) {
                wrong(person, Fault.Kind.DRAW);
            }
        }
    }

    private boolean bettered(int person, Arcs arcs, int[] latest) {
        var from = place(person);
        var best = held(person);
        if (best != worth.best(person)) {
            return false;
        }
        var last = seats.rank(person) < 0 ? people.wishes(person) : seats.rank(person);
        for (var rank = 0; rank < last; rank++) {
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

    private void checkSums(List<BigInteger> costs) {
        var counts = new int[worth.positions()];
        for (var person = 0; person < people.count(); person++) {
            var best = worth.best(person);
            if (best != Worth.NEVER) {
                counts[best]++;
            }
        }
        var dual = BigInteger.ZERO;
        for (var position = 0; position < counts.length; position++) {
            if (counts[position] > 0) {
                dual = dual.add(worth.sum(position).multiply(BigInteger.valueOf(counts[position])));
            }
        }
        for (var place = 0; place < question.none; place++) {
            var price = worth.price(place);
            dual = price == null ? dual : dual.subtract(price.multiply(BigInteger.valueOf(question.seats[place])));
        }
        var value = value(costs);
        if (!dual.equals(value) || !dual.equals(question.claim.dual()) || !value.equals(question.claim.value())) {
            faults.whole(Fault.Kind.VALUE, "");
        }
    }

    private BigInteger value(List<BigInteger> costs) {
        var counts = new int[costs.size()];
        for (var person = 0; person < people.count(); person++) {
            counts[seats.rank(person) < 0 ? counts.length - 1 : seats.rank(person)]++;
        }
        var value = BigInteger.ZERO;
        for (var rank = 0; rank < counts.length; rank++) {
            value = value.add(costs.get(rank).multiply(BigInteger.valueOf(counts[rank])));
        }
        return value;
    }

    private void checkGains() {
        var meaning = new Meaning(question);
        for (var workshop = 0; workshop < question.workshops; workshop++) {
            var price = Objects.requireNonNull(worth.price(workshop));
            if (!meaning.of(price).equals(question.claim.offers().get(workshop).gain())) {
                wrongPlace(workshop, Fault.Kind.GAIN);
            }
        }
    }
}
