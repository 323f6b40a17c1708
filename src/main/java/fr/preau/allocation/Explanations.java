package fr.preau.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers "why not this wish?" for anybody: with the cut-off of the draw, or with the people who would have to move
/// and
/// what it would cost them. Names nobody.
public final class Explanations {
    private final Allocation allocation;
    private final Instance instance;
    private final Components components;
    private final Places places;
    private final Costs costs;
    private final Changes changes;
    private final int[][] people;
    private final int[] local;
    private final Map<Integer, Exchange> exchanges = new HashMap<>();
    private final Map<Integer, BigInteger[]> prices = new HashMap<>();
    private final Map<List<Integer>, Tree> cheapest = new HashMap<>();
    private final Map<List<Integer>, LatestTree> latest = new HashMap<>();

    public Explanations(Allocation allocation) {
        this.allocation = allocation;
        instance = allocation.instance();
        components = new Components(instance);
        places = new Places(instance, components);
        costs = new Costs(allocation.rule(), instance.ranks(), places.largestComponent());
        changes = new Changes(costs);
        people = components.people(allocation.lottery());
        local = new int[instance.participants()];
        for (var each : people) {
            for (var place = 0; place < each.length; place++) {
                local[each[place]] = place;
            }
        }
    }

    /// Why a person does not hold a wish of theirs.
    ///
    /// @param rank of that wish, from 0, better than the one held
    public Explanation why(int person, int rank) {
        if (allocation.rank(person) >= 0 && rank >= allocation.rank(person)) {
            throw new IllegalArgumentException("what is held is better");
        }
        var cutoffs = allocation.cutoffs();
        if (cutoffs.isPresent()) {
            var number = cutoffs.get().number(instance.wish(person, rank), instance.category(person));
            return new Explanation.Full(
                    number.orElseThrow(), allocation.lottery().number(person));
        }
        return exchange(person, rank);
    }

    private Explanation exchange(int person, int rank) {
        var component = components.ofPerson(person);
        var exchange = exchanges.computeIfAbsent(component, this::open);
        var wish = instance.wish(person, rank);
        var kept = places.kept(wish, instance.category(person));
        var wanted = places.local(kept < 0 ? places.open(wish) : kept);
        var held = exchange.place(local[person]);
        var cheapestChain = cheapest.computeIfAbsent(
                List.of(component, wanted),
                absent -> Tree.cheapest(exchange, costs, prices(component)).from(wanted));
        if (!cheapestChain.reaches(held)) {
            return new Explanation.Closed();
        }
        if (!cheapestChain.isFree(held) || !exchange.tight(local[person], wanted, rank)) {
            var chain = chain(person, rank, held, wanted, cheapestChain, exchange);
            return new Explanation.Collective(chain, change(chain));
        }
        var latestChain = latest.computeIfAbsent(List.of(component, wanted), absent -> grown(exchange, wanted));
        return new Explanation.Drawn(
                chain(person, rank, held, wanted, latestChain, exchange),
                latestChain.number(held),
                allocation.lottery().number(person));
    }

    private static LatestTree grown(Exchange exchange, int from) {
        var tree = new LatestTree(exchange);
        tree.from(from);
        return tree;
    }

    private Exchange open(int component) {
        var network = new Network(instance, places, component, people[component]);
        return new Exchange(network, costs, changes, prices(component), allocation);
    }

    private BigInteger[] prices(int component) {
        return prices.computeIfAbsent(component, absent -> {
            var own = places.ofComponent(component);
            var found = new BigInteger[own.length + 1];
            Arrays.setAll(found, place -> place == own.length ? BigInteger.ZERO : price(own[place]));
            return found;
        });
    }

    private BigInteger price(int place) {
        return allocation.prices().orElseThrow().at(place);
    }

    private List<Explanation.Move> chain(int person, int rank, int held, int wanted, Tree tree, Exchange exchange) {
        var component = components.ofPerson(person);
        var chain = new ArrayList<Explanation.Move>();
        for (var at = held; at != wanted; at = tree.parent(at)) {
            var pair = tree.through(at);
            if (pair >= 0) {
                var ranks = tree instanceof LatestTree ? exchange.latestRanks(pair) : exchange.cheapestRanks(pair);
                chain.add(new Explanation.Move(
                        workshop(component, tree.parent(at)), workshop(component, at), ranks.from(), ranks.to()));
            }
        }
        var own = allocation.rank(person) < 0 ? instance.ranks() : allocation.rank(person);
        chain.add(new Explanation.Move(allocation.workshop(person), instance.wish(person, rank), own, rank));
        Collections.reverse(chain);
        return chain.stream().filter(move -> move.from() != move.to()).toList();
    }

    private int workshop(int component, int place) {
        var own = places.ofComponent(component);
        return place == own.length ? Allocation.NO_SEAT : places.workshop(own[place]);
    }

    private List<Integer> change(List<Explanation.Move> chain) {
        var change = new Integer[instance.ranks() + 1];
        Arrays.fill(change, 0);
        for (var move : chain) {
            change[move.fromRank()]--;
            change[move.toRank()]++;
        }
        return Arrays.asList(change);
    }
}
