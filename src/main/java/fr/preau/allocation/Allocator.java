package fr.preau.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Seats everyone. The outcome depends on the instance, the rule and the draw only: not on the order of people or
/// workshops, and not on how it is computed.
public final class Allocator {
    private final Instance instance;
    private final Rule rule;
    private final Lottery lottery;
    private final Components components;
    private final Places places;
    private final Costs costs;
    private final Allocation.Found found;
    private final BigInteger[] prices;
    private final List<Seated> seated = new ArrayList<>();
    private BigInteger dual = BigInteger.ZERO;

    private Allocator(Instance instance, Rule rule, Lottery lottery) {
        this.instance = instance;
        this.rule = rule;
        this.lottery = lottery;
        components = new Components(instance);
        places = new Places(instance, components);
        costs = new Costs(rule, instance.ranks(), places.largestComponent());
        found = new Allocation.Found(instance.participants(), components.count());
        prices = new BigInteger[places.count()];
    }

    /// The seating of a rule.
    ///
    /// @throws IllegalArgumentException when seats are kept and the rule does not allow it (ask [Rule#keepsSeats]
    /// first)
    public static Allocation run(Instance instance, Rule rule, Lottery lottery) {
        if (instance.keepsSeats() && !rule.keepsSeats()) {
            throw new IllegalArgumentException("seats are not kept under " + rule.word());
        }
        if (rule == Rule.TIRAGE) {
            return new Draw(instance, lottery, new Components(instance).count()).run();
        }
        return new Allocator(instance, rule, lottery).best();
    }

    private Allocation best() {
        var people = components.people(lottery);
        var listed = 0;
        for (var component = 0; component < people.length; component++) {
            listed += people[component].length;
            solve(component, new Network(instance, places, component, people[component]));
        }
        dual = dual.add(costs.of(costs.ranks()).multiply(BigInteger.valueOf(instance.participants() - listed)));
        var proof = new Prices(instance, rule, costs, places, seated, prices, dual);
        return new Allocation(instance, rule, lottery, found, proof, null);
    }

    private void solve(int component, Network network) {
        var seating = Seating.of(network, costs);
        var duals = Duals.of(network, costs, anySecured(network));
        new Solver(network, seating, duals).solve();
        var smallest = duals.smallestPrices(seating);
        var held = seating.held();
        var levels = new Levels(costs, smallest);
        var ties = new Ties(network, levels);
        var moves = new TightMoves(network, ties, held);
        new TieBreak(network, moves, ties, smallest).settle();
        keep(network, moves);
        price(component, network, smallest);
        dual = dual.add(ties.total());
        seated.add(new Seated(network, held, smallest, levels, ties));
    }

    private static boolean anySecured(Network network) {
        for (var local = 0; local < network.people; local++) {
            if (!network.mayLeave(local)) {
                return true;
            }
        }
        return false;
    }

    private void keep(Network network, TightMoves moves) {
        for (var local = 0; local < network.people; local++) {
            var rank = network.rank(moves.held(local));
            if (rank < network.ranks) {
                found.rank[network.person(local)] = rank;
                found.workshop[network.person(local)] = instance.wish(network.person(local), rank);
            }
        }
    }

    private void price(int component, Network network, BigInteger[] smallest) {
        for (var place = 0; place < network.places; place++) {
            prices[places.ofComponent(component)[place]] = smallest[place];
            dual = dual.subtract(smallest[place].multiply(BigInteger.valueOf(network.seats[place])));
        }
    }
}
