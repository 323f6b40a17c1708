package fr.preau.verification;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// The rules that seek the best: prices that prove it, and a draw that leaves nothing to choose.
final class Proof {
    private final Question question;
    private final Claim.People people;
    private final Seats seats;
    private final Worth worth;
    private final Faults faults;
    private final Choices choices;
    private final int sink;

    Proof(Question question, Seats seats, Worth worth, Faults faults) {
        this.question = question;
        this.seats = seats;
        this.worth = worth;
        this.faults = faults;
        people = question.people;
        sink = question.none + 1;
        choices = new Choices(question, seats, worth, faults);
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
        var found = choices.find();
        placesMoves(found.arcs);
        checkSmallest(found.arcs);
        checkDraw(found.arcs);
        new Sums(question, seats, worth).check(found.smallest, costs, faults);
        checkGains();
    }

    private void wrongPlace(int place, Fault.Kind kind) {
        var workshop = question.workshop(place);
        faults.in(
                question.partOfWorkshop(workshop),
                kind,
                question.claim.offers().get(workshop).id());
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
        if (compared > 0 || (compared < 0 && !choices.inKept(place))) {
            wrongPlace(place, Fault.Kind.PRICE);
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
                if (!choices.inKept(place)) {
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

    /// For each move, how late the draw still lets its two ends reach each other; then whom that harms.
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
        choices.checkDraw(arcs, latest);
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
