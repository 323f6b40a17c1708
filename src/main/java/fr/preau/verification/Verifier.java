package fr.preau.verification;

import java.util.List;

/// Whether a published seating is the one its rule, its instance and its draw give.
///
/// Best: everyone holds what costs them least, rank and price together, priced workshops are full, and both sums
/// agree. Unique: nobody could do better at the expense of people after them in the draw only. Under `tirage` every
/// turn is played again.
public final class Verifier {
    private static final List<String> RULES = List.of("tirage", "equite", "premiers");

    private final Claim claim;
    private final Claim.People people;
    private final Faults faults = new Faults();

    private Verifier(Claim claim) {
        this.claim = claim;
        people = claim.people();
    }

    public static Report verify(Claim claim) {
        return new Verifier(claim).report(true);
    }

    /// Whether the seating is the one of its prices, for the numbers of the draw as they are stated: who gave them,
    /// and for what instance, is not looked at.
    public static Report certify(Claim claim) {
        return new Verifier(claim).report(false);
    }

    private Report report(boolean whole) {
        if (!understood()) {
            return new Report(List.of(), faults.sorted());
        }
        var question = new Question(claim);
        checkRanks(question);
        if (whole) {
            checkFrozen();
            checkNumbers(question);
        }
        var seats = new Seats(question, faults);
        seats.check();
        if (claim.rule().equals("tirage")) {
            checkUnpriced();
            new Turns(question, faults).check();
        } else {
            checkBest(question, seats);
        }
        return new Report(question.parts(), faults.sorted());
    }

    private void checkNumbers(Question question) {
        var numbers = new Numbers(claim, question, faults);
        numbers.check();
        if (question.sameWorkshops() || (!numbers.tellApart() && question.samePeople())) {
            faults.whole(Fault.Kind.SAME_ID, "");
        }
    }

    /// What must hold for the rest to mean anything.
    private boolean understood() {
        var keeps = claim.offers().stream()
                .anyMatch(offer -> offer.kept().values().stream().anyMatch(count -> count > 0));
        if (!RULES.contains(claim.rule()) || (keeps && claim.rule().equals("premiers"))) {
            faults.whole(Fault.Kind.RULE, claim.rule());
        }
        for (var offer : claim.offers()) {
            var kept =
                    offer.kept().values().stream().mapToLong(Integer::longValue).sum();
            if (offer.seats() < 0
                    || kept > offer.seats()
                    || offer.kept().values().stream().anyMatch(count -> count < 0)) {
                faults.whole(Fault.Kind.CAPACITY, offer.id());
            }
        }
        Blocks.gather(people.count(), () -> new int[claim.offers().size()], this::checkWishes, (one, other) -> {});
        return faults.none();
    }

    private void checkWishes(int[] seen, int from, int to) {
        for (var person = from; person < to; person++) {
            checkWishes(person, seen);
        }
    }

    private void checkWishes(int person, int[] seen) {
        var wishes = people.wishes;
        var end = people.first[person + 1];
        for (var at = people.first[person]; at < end; at++) {
            var wish = wishes[at];
            if (wish < 0 || wish >= seen.length || seen[wish] == person + 1) {
                faults.whole(Fault.Kind.WISHES, people.ids.get(person));
                return;
            }
            seen[wish] = person + 1;
        }
        if (people.workshop[person] < -1
                || people.workshop[person] >= seen.length
                || people.fallback[person] >= seen.length) {
            faults.whole(Fault.Kind.SEAT, people.ids.get(person));
        }
    }

    private void checkFrozen() {
        var hash = claim.instanceHash();
        if (hash != null && !hash.equals(new Frozen(claim).hash())) {
            faults.whole(Fault.Kind.FROZEN, "");
        }
        var value = claim.publicValue();
        if (value != null && (hash == null || !Frozen.seed(value, hash).equals(claim.seed()))) {
            faults.whole(Fault.Kind.SEED, "");
        }
    }

    /// After withdrawals lists end where people were, but ranks count as before.
    private void checkRanks(Question question) {
        var anySecured = false;
        for (var person = 0; person < people.count(); person++) {
            anySecured |= people.secured(person);
        }
        if (anySecured ? claim.ranks() < question.longest() : claim.ranks() != question.longest()) {
            faults.whole(Fault.Kind.RANKS, Integer.toString(claim.ranks()));
        }
    }

    private void checkUnpriced() {
        if (claim.value() != null
                || claim.dual() != null
                || claim.offers().stream().anyMatch(offer -> offer.price() != null)) {
            faults.whole(Fault.Kind.PRICE, "");
        }
    }

    private void checkBest(Question question, Seats seats) {
        if (claim.ranks() < question.longest()) {
            return;
        }
        var costs = question.costs();
        if (!question.base().equals(claim.base()) || !costs.equals(claim.costs())) {
            faults.whole(Fault.Kind.COSTS, "");
        }
        var proof = new Proof(question, seats, new Worth(question, costs), faults);
        if (proof.priced()) {
            proof.check(costs);
        }
    }
}
