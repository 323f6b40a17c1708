package fr.preau.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Lottery;
import fr.preau.allocation.RandomInstances;
import fr.preau.allocation.Rerun;
import fr.preau.allocation.Rule;
import fr.preau.verification.Claim;
import fr.preau.verification.Verifier;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class VerifierUnitTests {
    private static final int DRAWS = 400;

    @Test
    void acceptsWhatIsRight() {
        forEachAllocation((allocation, seed, random) -> assertThat(
                        Verifier.verify(claim(allocation, seed)).faults())
                .as(seed)
                .isEmpty());
    }

    @Test
    void acceptsThePassAfterWithdrawals() {
        forEachAllocation((allocation, seed, random) -> {
            var withdrawn = new java.util.BitSet();
            for (var person = 0; person < allocation.instance().participants(); person++) {
                withdrawn.set(person, random.nextInt(3) == 0);
            }
            var after = Rerun.nobodyWorse(allocation, withdrawn).allocation();
            assertThat(Verifier.verify(claim(after, seed)).faults()).as(seed).isEmpty();
        });
    }

    /// Whoever comes without a seat, first in the draw or not (their workshop was cancelled), takes nobody's.
    @Test
    void acceptsAPassInWhichNobodyLosesTheSeatTheyHad() {
        forEachAllocation((before, seed, random) -> {
            var instance = stranding(before, random);
            var after = Allocator.run(instance, before.rule(), Lottery.drawn(instance, "again " + seed));
            for (var person = 0; person < instance.participants(); person++) {
                assertThat(after.workshop(person) != Allocation.NO_SEAT || !instance.secured(person))
                        .as("%s %s keeps a seat", seed, person)
                        .isTrue();
            }
            assertThat(Verifier.verify(claim(after, "again " + seed)).faults())
                    .as(seed)
                    .isEmpty();
        });
    }

    /// One in three loses their seat, the others keep theirs; the draw to come is another.
    private static Instance stranding(Allocation before, RandomGenerator random) {
        var instance = before.instance();
        var built = Instance.of(instance.workshops());
        for (var person = 0; person < instance.participants(); person++) {
            var seated = before.workshop(person) != Allocation.NO_SEAT && random.nextInt(3) > 0;
            var rank = before.rank(person);
            var wishes = new int[seated && rank >= 0 ? rank + 1 : instance.wishes(person)];
            for (var each = 0; each < wishes.length; each++) {
                wishes[each] = instance.wish(person, each);
            }
            var category = instance.category(person);
            built.add(
                    instance.participant(person),
                    category == Instance.NO_CATEGORY
                            ? ""
                            : instance.categories().get(category),
                    wishes);
            if (seated && rank >= 0) {
                built.secure();
            } else if (seated) {
                built.fallback(before.workshop(person));
            }
        }
        return built.ranks(instance.ranks()).build();
    }

    @Test
    void refusesAnyOtherSeatForAnyone() {
        forEachAllocation((allocation, seed, random) -> {
            var instance = allocation.instance();
            for (var person = 0; person < instance.participants(); person++) {
                for (var workshop = -1; workshop < instance.workshops().size(); workshop++) {
                    if (workshop != allocation.workshop(person)) {
                        var reseated = claim(allocation, seed, person, workshop);
                        assertThat(Verifier.verify(reseated).accepted())
                                .as("%s %s to %s", seed, person, workshop)
                                .isFalse();
                    }
                }
            }
        });
    }

    @Test
    void refusesTwoSeatsExchanged() {
        forEachAllocation((allocation, seed, random) -> {
            var instance = allocation.instance();
            for (var one = 0; one < instance.participants(); one++) {
                for (var other = 0; other < one; other++) {
                    if (allocation.workshop(one) != allocation.workshop(other)) {
                        var changed = claim(
                                allocation, seed, one, allocation.workshop(other), other, allocation.workshop(one));
                        assertThat(Verifier.verify(changed).accepted())
                                .as("%s %s with %s", seed, one, other)
                                .isFalse();
                    }
                }
            }
        });
    }

    @Test
    void refusesAnyOtherPriceProfileValueOrNumber() {
        forEachAllocation((allocation, seed, random) -> {
            var claim = claim(allocation, seed);
            for (var workshop = 0; workshop < claim.offers().size(); workshop++) {
                for (var step : List.of(-1, 1, 7)) {
                    assertThat(Verifier.verify(repriced(claim(allocation, seed), workshop, step))
                                    .accepted())
                            .as("%s price %s %s", seed, workshop, step)
                            .isFalse();
                }
            }
            var profile = new ArrayList<>(claim.profile());
            profile.set(0, profile.getFirst() + 1);
            assertThat(Verifier.verify(with(claim, profile, claim.value())).accepted())
                    .isFalse();
            if (claim.value() != null) {
                var more = claim.value().add(BigInteger.ONE);
                assertThat(Verifier.verify(with(claim(allocation, seed), claim.profile(), more))
                                .accepted())
                        .isFalse();
            }
            for (var person = 0; person < allocation.instance().participants(); person++) {
                assertThat(Verifier.verify(renumbered(allocation, seed, person)).accepted())
                        .as("%s number %s", seed, person)
                        .isFalse();
            }
        });
    }

    private static Claim renumbered(Allocation allocation, String seed, int changed) {
        return rebuilt(
                allocation,
                seed,
                (person, line) -> person != changed
                        ? line
                        : new Claim.People.Line(
                                line.id(),
                                line.category(),
                                line.number() + 1,
                                line.workshop(),
                                line.rank(),
                                line.completed(),
                                line.secured(),
                                line.fallback(),
                                line.given()));
    }

    private static Claim with(Claim claim, List<Integer> profile, @org.jspecify.annotations.Nullable BigInteger value) {
        return new Claim(
                claim.rule(),
                claim.seed(),
                null,
                null,
                claim.ranks(),
                claim.base(),
                claim.costs(),
                value,
                claim.dual(),
                profile,
                claim.offers(),
                claim.people());
    }

    private static Claim repriced(Claim claim, int workshop, int step) {
        var offers = new ArrayList<>(claim.offers());
        var old = offers.get(workshop);
        var price = old.price() == null ? BigInteger.ZERO : old.price();
        var kept = new TreeMap<>(old.keptPrices());
        var random = step == 7 && !kept.isEmpty();
        if (random) {
            kept.replaceAll((category, each) -> each.add(BigInteger.ONE));
        }
        offers.set(
                workshop,
                new Claim.Offer(
                        old.id(),
                        old.seats(),
                        old.kept(),
                        random ? price : price.add(BigInteger.valueOf(step)),
                        Map.copyOf(kept),
                        old.gain()));
        return new Claim(
                claim.rule(),
                claim.seed(),
                null,
                null,
                claim.ranks(),
                claim.base(),
                claim.costs(),
                claim.value(),
                claim.dual(),
                claim.profile(),
                offers,
                claim.people());
    }

    static Claim claim(Allocation allocation, String seed, int... reseated) {
        return rebuilt(allocation, seed, (person, line) -> {
            for (var at = 0; at < reseated.length; at += 2) {
                if (person == reseated[at]) {
                    return reseated(allocation.instance(), person, line, reseated[at + 1]);
                }
            }
            return line;
        });
    }

    private static Claim.People.Line reseated(Instance instance, int person, Claim.People.Line line, int workshop) {
        var rank = -1;
        for (var at = 0; at < instance.wishes(person); at++) {
            rank = instance.wish(person, at) == workshop ? at : rank;
        }
        return new Claim.People.Line(
                line.id(),
                line.category(),
                line.number(),
                workshop,
                rank,
                workshop >= 0 && rank < 0,
                line.secured(),
                line.fallback(),
                line.given());
    }

    /// Changes one line.
    interface Change {
        Claim.People.Line of(int person, Claim.People.Line line);
    }

    /// The claim with lines changed, and a profile and a value that fit them: only the seats are wrong.
    private static Claim rebuilt(Allocation allocation, String seed, Change change) {
        var claim = new Claims(allocation).of(new Drawing(seed, null, null, null));
        var instance = allocation.instance();
        var people = new Claim.People();
        var profile = new Integer[instance.ranks() + 2];
        java.util.Arrays.fill(profile, 0);
        var value = BigInteger.ZERO;
        for (var person = 0; person < instance.participants(); person++) {
            var line = change.of(person, new Claims(allocation).line(person, 0));
            var wishes = new int[instance.wishes(person)];
            for (var rank = 0; rank < wishes.length; rank++) {
                wishes[rank] = instance.wish(person, rank);
            }
            people.add(line, wishes);
            profile[line.rank() >= 0 ? line.rank() : line.workshop() >= 0 ? instance.ranks() : instance.ranks() + 1]++;
            if (!claim.costs().isEmpty()) {
                value = value.add(claim.costs().get(line.rank() >= 0 ? line.rank() : instance.ranks()));
            }
        }
        return new Claim(
                claim.rule(),
                seed,
                null,
                null,
                claim.ranks(),
                claim.base(),
                claim.costs(),
                claim.value() == null ? null : value,
                claim.dual(),
                List.of(profile),
                claim.offers(),
                people);
    }

    /// What must hold of an allocation.
    interface Check {
        void holds(Allocation allocation, String seed, RandomGenerator random);
    }

    private static void forEachAllocation(Check check) {
        var start = System.nanoTime();
        System.out.println("seed " + start);
        for (var draw = 0; draw < DRAWS; draw++) {
            var seed = start + draw;
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var rule = List.of(Rule.values()).get(random.nextInt(3));
            var instance = new RandomInstances(random)
                    .next(random.nextInt(9), random.nextInt(6), rule.keepsSeats() && random.nextBoolean());
            var lottery = Lottery.drawn(instance, Long.toString(seed));
            check.holds(Allocator.run(instance, rule, lottery), Long.toString(seed), random);
        }
    }
}
