package fr.preau.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RerunUnitTests {
    private static final int DRAWS = 1500;

    @Test
    void seatsThoseWhoStayAsWellAsCanBeWithoutHarm() {
        AllocatorUnitTests.forEachInstance(DRAWS, (instance, rule, seed) -> {
            var before = Allocator.run(instance, rule, Lottery.drawn(instance, seed));
            var after = Rerun.nobodyWorse(before, withdrawn(instance, seed));
            harmsNobody(before, after, seed);
            var left = after.allocation();
            assertThat(AllocatorUnitTests.ranks(left))
                    .as("%s %s", rule, seed)
                    .containsExactly(new BruteForce(left.instance(), rule).chosen(left.lottery()));
            assertThat(left.prices().orElseThrow().dual())
                    .isEqualTo(left.value().orElseThrow());
        });
    }

    @Test
    void takesNothingFromAnyoneDrawn() {
        AllocatorUnitTests.forEachInstance(DRAWS, (instance, rule, seed) -> {
            var before = Allocator.run(instance, Rule.TIRAGE, Lottery.drawn(instance, seed));
            harmsNobody(before, Rerun.nobodyWorse(before, withdrawn(instance, seed)), seed);
        });
    }

    static BitSet withdrawn(Instance instance, String seed) {
        var withdrawn = new BitSet();
        for (var person = 0; person < instance.participants(); person++) {
            withdrawn.set(person, (seed.hashCode() * 31 + person * 7) % 3 == 0);
        }
        return withdrawn;
    }

    private static void harmsNobody(Allocation before, Rerun after, String seed) {
        for (var person = 0; person < after.allocation().instance().participants(); person++) {
            var formerly = before.rank(after.formerly(person));
            var now = after.allocation().rank(person);
            if (formerly >= 0) {
                assertThat(now).as(seed).isBetween(0, formerly);
            } else if (before.workshop(after.formerly(person)) >= 0) {
                assertThat(after.allocation().workshop(person)).as(seed).isNotNegative();
            }
        }
    }
}
