package fr.preau.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers "why not this wish?" for anybody: with the cut-off of the draw, or with the people who would have to move
/// and what it would cost them. Names nobody.
public final class Explanations {
    private final Allocation allocation;
    private final Instance instance;
    private final Components components;
    private final Places places;
    private final Costs costs;
    private final Changes changes;
    private final int[][] people;
    private final int[] local;
    private final @Nullable Chains[] opened;
    private final Map<Long, Explanation> known = new HashMap<>();

    public Explanations(Allocation allocation) {
        this.allocation = allocation;
        instance = allocation.instance();
        components = new Components(instance);
        places = new Places(instance, components);
        costs = new Costs(allocation.rule(), instance.ranks(), places.largestComponent());
        changes = new Changes(costs);
        opened = new Chains[components.count()];
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

    /// Whoever holds the same seat at the same rank and asks about the same wish hears the same, but for their number.
    private Explanation exchange(int person, int rank) {
        var chains = opened(components.ofPerson(person));
        var wish = instance.wish(person, rank);
        var kept = places.kept(wish, instance.category(person));
        var wanted = kept < 0 ? places.open(wish) : kept;
        var held = chains.exchange.place(local[person]);
        var ranks = instance.ranks() + 1L;
        var key = (((long) wanted * places.count() + held) * ranks + ownRank(person)) * ranks + rank;
        var answer = known.get(key);
        if (answer == null) {
            answer = found(person, rank, held, places.local(wanted), chains);
            known.put(key, answer);
        }
        return answer instanceof Explanation.Drawn drawn
                ? new Explanation.Drawn(
                        drawn.chain(), drawn.atNumber(), allocation.lottery().number(person))
                : answer;
    }

    private int ownRank(int person) {
        return allocation.rank(person) < 0 ? instance.ranks() : allocation.rank(person);
    }

    private Explanation found(int person, int rank, int held, int to, Chains chains) {
        var cheapest = chains.cheapest(to);
        if (!cheapest.reaches(held)) {
            return new Explanation.Closed();
        }
        if (!cheapest.isFree(held) || !chains.exchange.tight(local[person], to, rank)) {
            var chain = chain(person, rank, held, to, cheapest, chains.exchange);
            return new Explanation.Collective(chain, change(chain));
        }
        var latest = chains.latest(to);
        return new Explanation.Drawn(chain(person, rank, held, to, latest, chains.exchange), latest.number(held), 0);
    }

    private Chains opened(int component) {
        var chains = opened[component];
        if (chains == null) {
            var network = new Network(instance, places, component, people[component]);
            var prices = prices(component);
            chains = new Chains(new Exchange(network, costs, changes, prices, allocation), costs, prices);
            opened[component] = chains;
        }
        return chains;
    }

    private BigInteger[] prices(int component) {
        var own = places.ofComponent(component);
        var found = new BigInteger[own.length + 1];
        Arrays.setAll(found, place -> place == own.length ? BigInteger.ZERO : price(own[place]));
        return found;
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
        chain.add(
                new Explanation.Move(allocation.workshop(person), instance.wish(person, rank), ownRank(person), rank));
        chain.removeIf(move -> move.from() == move.to());
        Collections.reverse(chain);
        return chain;
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
