package fr.preau.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class AllocatorUnitTests {
    private static final int DRAWS = 2000;

    @Test
    void findsTheOneSeatingOfTheRule() {
        forEachInstance(DRAWS, (instance, rule, seed) -> {
            var lottery = Lottery.drawn(instance, seed);
            var exact = new BruteForce(instance, rule);
            var found = Allocator.run(instance, rule, lottery);
            assertThat(ranks(found)).as("%s %s", rule, seed).containsExactly(exact.chosen(lottery));
            assertThat(profile(found)).as("%s %s", rule, seed).containsExactly(exact.profile());
        });
    }

    @Test
    void pricesProveItAndSayWhatOneMoreSeatGains() {
        forEachInstance(DRAWS / 3, (instance, rule, seed) -> {
            var found = Allocator.run(instance, rule, Lottery.drawn(instance, seed));
            var prices = found.prices().orElseThrow();
            assertThat(prices.dual())
                    .as("%s %s", rule, seed)
                    .isEqualTo(found.value().orElseThrow());
            var profile = profile(found);
            for (var workshop = 0; workshop < instance.workshops().size(); workshop++) {
                assertThat(prices.gain(prices.open(workshop)))
                        .as("%s %s %s", rule, seed, workshop)
                        .isEqualTo(difference(new BruteForce(instance, rule, workshop, -1).profile(), profile));
                for (var category = 0; category < instance.categories().size(); category++) {
                    if (instance.kept(workshop, category) > 0) {
                        assertThat(prices.gain(prices.of(workshop, category)))
                                .as("%s %s %s kept", rule, seed, workshop)
                                .isEqualTo(difference(
                                        new BruteForce(instance, rule, workshop, category).profile(), profile));
                    }
                }
            }
        });
    }

    @Test
    void arithmeticOfAnySizeAndLittleMemoryFindTheSame() {
        forEachInstance(DRAWS / 3, AllocatorUnitTests::findsTheSame);
    }

    /// Enough workshops for costs so far apart that most moves sleep, and people for many chains at once.
    @Test
    void movesThatSleepAreRousedInTime() {
        var start = System.nanoTime();
        System.out.println("seed " + start);
        for (var seed = start; seed < start + 100; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var rule = random.nextBoolean() ? Rule.EQUITE : Rule.PREMIERS;
            var keepSeats = rule.keepsSeats() && random.nextBoolean();
            var crowd = new RandomInstances(random).next(random.nextInt(400), 5 + random.nextInt(100), 5, keepSeats);
            findsTheSame(crowd, rule, Long.toString(seed));
        }
    }

    private static void findsTheSame(Instance instance, Rule rule, String seed) {
        var components = new Components(instance);
        var places = new Places(instance, components);
        var costs = new Costs(rule, instance.ranks(), places.largestComponent());
        var people = components.people(Lottery.drawn(instance, seed));
        for (var component = 0; component < people.length; component++) {
            var network = new Network(instance, places, component, people[component]);
            var small = Objects.requireNonNull(costs.small(network.places));
            var expected = settled(network, costs, new Buckets(network, costs), new LongDuals(network, small));
            assertThat(settled(network, costs, new Buckets(network, costs), new BigDuals(network, costs)))
                    .as("%s %s", rule, seed)
                    .isEqualTo(expected);
            assertThat(settled(network, costs, new Wishers(network), new LongDuals(network, small)))
                    .as("%s %s", rule, seed)
                    .isEqualTo(expected);
            assertThat(settled(network, costs, new Wishers(network), new BigDuals(network, costs)))
                    .as("%s %s", rule, seed)
                    .isEqualTo(expected);
        }
    }

    private static List<Object> settled(Network network, Costs costs, Seating seating, Duals duals) {
        new Solver(network, seating, duals).solve();
        var prices = duals.smallestPrices(seating);
        var ties = new Ties(network, new Levels(costs, prices));
        var moves = new TightMoves(network, ties, seating.held());
        new TieBreak(network, moves, ties, prices).settle();
        var ranks = new Integer[network.people];
        Arrays.setAll(ranks, local -> network.rank(moves.held(local)));
        return List.of(List.of(prices), List.of(ranks));
    }

    private static List<Integer> difference(int[] one, int[] other) {
        return java.util.stream.IntStream.range(0, one.length)
                .mapToObj(each -> one[each] - other[each])
                .toList();
    }

    static int[] ranks(Allocation found) {
        var ranks = new int[found.instance().participants()];
        Arrays.setAll(ranks, found::rank);
        return ranks;
    }

    private static int[] profile(Allocation found) {
        var profile = found.profile();
        var counts = new int[profile.byRank().size() + 1];
        Arrays.setAll(
                counts, rank -> rank < counts.length - 1 ? profile.byRank().get(rank) : profile.none());
        return counts;
    }

    /// What must hold of an instance.
    interface Check {
        void holds(Instance instance, Rule rule, String seed);
    }

    static void forEachInstance(int draws, Check check) {
        var start = System.nanoTime();
        System.out.println("seed " + start);
        for (var draw = 0; draw < draws; draw++) {
            var seed = start + draw;
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            var rule = random.nextBoolean() ? Rule.EQUITE : Rule.PREMIERS;
            var keepSeats = rule.keepsSeats() && random.nextBoolean();
            var instance = new RandomInstances(random).next(random.nextInt(7), random.nextInt(5), keepSeats);
            check.holds(instance, rule, Long.toString(seed));
        }
    }
}
