package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// The proof that a seating is the best: a price for each workshop. Whoever adds, over their own list, the cost of a
/// rank and the price of the workshop finds the smallest sum at the seat they hold (or at [#cost] of having none);
/// only full workshops have a price; and the sums of everyone, less the price of every seat, are exactly what the
/// seating costs.
///
/// Of all prices that do this, these are the smallest: a price is what one more seat there would gain.
public final class Prices {
    private final Instance instance;
    private final Rule rule;
    final Costs costs;
    final Places places;

    /// By component.
    final List<Seated> seated;

    private final BigInteger[] prices;
    private final BigInteger dual;

    Prices(
            Instance instance,
            Rule rule,
            Costs costs,
            Places places,
            List<Seated> seated,
            BigInteger[] prices,
            BigInteger dual) {
        this.instance = instance;
        this.rule = rule;
        this.costs = costs;
        this.places = places;
        this.seated = List.copyOf(seated);
        this.prices = prices;
        this.dual = dual;
    }

    /// Twice the places of the largest component, plus four: costs are its powers.
    public BigInteger base() {
        return costs.base();
    }

    /// What a rank costs, from 0; that of [Instance#ranks] is the cost of having no seat.
    public BigInteger cost(int rank) {
        return costs.of(rank);
    }

    /// Of an open seat of a workshop.
    public BigInteger open(int workshop) {
        return prices[places.open(workshop)];
    }

    /// Of a seat for somebody of a category: a kept one where there are some.
    public BigInteger of(int workshop, int category) {
        var kept = places.kept(workshop, category);
        return kept < 0 ? open(workshop) : prices[kept].min(open(workshop));
    }

    /// What a price says in people: how many more at each rank, then without a seat, one more seat would make.
    public List<Integer> gain(BigInteger price) {
        return Arrays.stream(Costs.gain(rule, instance.ranks(), costs.base(), price))
                .boxed()
                .toList();
    }

    /// What the prices say no seating can beat.
    public BigInteger dual() {
        return dual;
    }
}
