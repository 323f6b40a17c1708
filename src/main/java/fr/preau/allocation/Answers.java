package fr.preau.allocation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [Explanations] under the rules that seek the best: found when they are asked for, then kept.
final class Answers {
    private final Allocation allocation;
    private final Instance instance;
    private final Prices proof;
    private final Changes changes;
    private final int[] component;
    private final int[] local;
    private final @Nullable Chains[] opened;

    Answers(Allocation allocation, Prices proof) {
        this.allocation = allocation;
        this.proof = proof;
        instance = allocation.instance();
        changes = new Changes(proof.costs);
        opened = new Chains[proof.seated.size()];
        component = new int[instance.participants()];
        local = new int[instance.participants()];
        for (var each = 0; each < opened.length; each++) {
            var network = proof.seated.get(each).network();
            for (var own = 0; own < network.people; own++) {
                component[network.person(own)] = each;
                local[network.person(own)] = own;
            }
        }
    }

    /// Whoever holds the same seat at the same rank and asks about the same wish hears the same, but for their number.
    Explanation why(int person, int rank) {
        var chains = opened(component[person]);
        var wish = instance.wish(person, rank);
        var kept = proof.places.kept(wish, instance.category(person));
        var wanted = proof.places.local(kept < 0 ? proof.places.open(wish) : kept);
        var held = chains.exchange.place(local[person]);
        var answers = chains.answers(held, wanted, changes.count());
        var change = changes.position(ownRank(person), rank);
        var answer = answers[change];
        if (answer == null) {
            answer = found(person, rank, held, wanted, chains);
            answers[change] = answer;
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
        if (chains.exchange.tight(local[person], to, rank)) {
            var latest = chains.latest(to);
            if (latest.isFree(held)) {
                return new Explanation.Drawn(
                        chain(person, rank, held, to, latest, chains.exchange), latest.number(held), 0);
            }
        }
        var cheapest = chains.cheapest(to);
        if (!cheapest.reaches(held)) {
            return new Explanation.Closed();
        }
        var chain = chain(person, rank, held, to, cheapest, chains.exchange);
        return new Explanation.Collective(chain, change(chain));
    }

    private Chains opened(int component) {
        var chains = opened[component];
        if (chains == null) {
            var seated = proof.seated.get(component);
            chains = new Chains(new Exchange(seated, changes, allocation.lottery()), proof.costs, seated.prices());
            opened[component] = chains;
        }
        return chains;
    }

    private List<Explanation.Move> chain(int person, int rank, int held, int wanted, Tree tree, Exchange exchange) {
        var chain = new ArrayList<Explanation.Move>();
        for (var at = held; at != wanted; at = tree.parent(at)) {
            var pair = tree.through(at);
            if (pair >= 0) {
                var ranks = tree instanceof LatestTree ? exchange.latestRanks(pair) : exchange.cheapestRanks(pair);
                chain.add(new Explanation.Move(
                        workshop(component[person], tree.parent(at)),
                        workshop(component[person], at),
                        ranks.from(),
                        ranks.to()));
            }
        }
        chain.add(
                new Explanation.Move(allocation.workshop(person), instance.wish(person, rank), ownRank(person), rank));
        chain.removeIf(move -> move.from() == move.to());
        Collections.reverse(chain);
        return chain;
    }

    private int workshop(int component, int place) {
        var own = proof.places.ofComponent(component);
        return place == own.length ? Allocation.NO_SEAT : proof.places.workshop(own[place]);
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
