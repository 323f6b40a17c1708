package fr.preau.consultation;

import fr.preau.allocation.Allocator;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Lottery;
import fr.preau.allocation.Profile;
import fr.preau.allocation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What each permitted rule would give on an imagined demand: workshops of log-normal popularity, lists drawn one wish
/// after another in proportion to it (Plackett and Luce's model). Nothing in it comes from real wishes; the same
/// question always gets the same answer.
///
/// @param byRank how many people got each rank, on average over the draws
record Simulation(Rule rule, List<Double> byRank, double elsewhere, double none, int people) {
    private static final int DRAWS = 5;
    private static final long SEED = 20200626;

    /// The share of people, in percent.
    double share(double number) {
        return people == 0 ? 0 : 100 * number / people;
    }

    /// `spread` is the standard deviation of the logarithm of popularity: 0.5 is mild, 1 strong.
    static List<Simulation> of(Desk desk, int people, double spread) {
        var held = desk.held();
        var ranks = Math.min(desk.session().joining().wishes(), held.size());
        var instances = IntStream.range(0, DRAWS)
                .mapToObj(draw -> instance(held, people, ranks, spread, new SplittableRandom(SEED + draw)))
                .toList();
        return RuleController.permitted(desk).stream()
                .map(rule -> mean(rule, instances, ranks, people))
                .toList();
    }

    private static Simulation mean(Rule rule, List<Instance> instances, int ranks, int people) {
        var profiles = instances.stream()
                .map(instance -> Allocator.run(instance, rule, Lottery.drawn(instance, "simulation"))
                        .profile())
                .toList();
        var byRank = IntStream.range(0, ranks)
                .mapToObj(rank -> profiles.stream()
                        .mapToInt(profile -> rank < profile.byRank().size()
                                ? profile.byRank().get(rank)
                                : 0)
                        .average()
                        .orElse(0))
                .toList();
        return new Simulation(
                rule,
                byRank,
                profiles.stream().mapToInt(Profile::completed).average().orElse(0),
                profiles.stream().mapToInt(Profile::none).average().orElse(0),
                people);
    }

    private static Instance instance(
            List<Workshop> held, int people, int ranks, double spread, RandomGenerator random) {
        var workshops = held.stream()
                .map(workshop -> new fr.preau.allocation.Workshop(
                        workshop.id().value().toString(),
                        workshop.seats(),
                        workshop.kept().entrySet().stream()
                                .collect(
                                        Collectors.toMap(kept -> Frozen.code(kept.getKey()), kept -> kept.getValue()))))
                .toList();
        var popularity = IntStream.range(0, held.size())
                .mapToDouble(_ -> Math.exp(spread * random.nextGaussian()))
                .toArray();
        var built = Instance.of(workshops);
        var categories = List.of(Category.values());
        for (var person = 0; person < people; person++) {
            var category = categories.get(random.nextInt(categories.size()));
            built.add("p" + person, Frozen.code(category), list(popularity, ranks, random));
        }
        return built.build();
    }

    private static int[] list(double[] popularity, int ranks, RandomGenerator random) {
        var left = new ArrayList<>(IntStream.range(0, popularity.length).boxed().toList());
        var list = new int[ranks];
        for (var rank = 0; rank < ranks; rank++) {
            var ticket = random.nextDouble()
                    * left.stream().mapToDouble(each -> popularity[each]).sum();
            int at = 0;
            while (at < left.size() - 1 && (ticket -= popularity[left.get(at)]) > 0) {
                at++;
            }
            list[rank] = left.get(at);
            left.subList(at, at + 1).clear();
        }
        return list;
    }
}
