package fr.preau.audit;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Instance;
import fr.preau.allocation.Prices;
import fr.preau.allocation.Workshop;
import fr.preau.verification.Claim;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An allocation as the verifier takes it: what was asked and what is claimed, nothing of how it was found.
final class Claims {
    private final Allocation allocation;
    private final Instance instance;

    Claims(Allocation allocation) {
        this.allocation = allocation;
        instance = allocation.instance();
    }

    Claim of(Drawing drawing) {
        var prices = allocation.prices();
        return new Claim(
                allocation.rule().word(),
                drawing.numbers() == null ? drawing.seed() : null,
                drawing.publicValue(),
                drawing.hash(),
                instance.ranks(),
                prices.map(Prices::base).orElse(null),
                prices.map(this::costs).orElse(List.of()),
                allocation.value().orElse(null),
                prices.map(Prices::dual).orElse(null),
                profile(),
                offers(),
                people(drawing.numbers()));
    }

    List<BigInteger> costs(Prices prices) {
        var costs = new ArrayList<BigInteger>();
        for (var rank = 0; rank <= instance.ranks(); rank++) {
            costs.add(prices.cost(rank));
        }
        return costs;
    }

    private List<Integer> profile() {
        var profile = new ArrayList<>(allocation.profile().byRank());
        profile.add(allocation.profile().completed());
        profile.add(allocation.profile().none());
        return profile;
    }

    private List<Claim.Offer> offers() {
        var offers = new ArrayList<Claim.Offer>();
        for (var workshop = 0; workshop < instance.workshops().size(); workshop++) {
            offers.add(offer(workshop, instance.workshops().get(workshop)));
        }
        return offers;
    }

    private Claim.Offer offer(int number, Workshop workshop) {
        var prices = allocation.prices();
        var price = prices.map(proof -> proof.open(number));
        return new Claim.Offer(
                workshop.id(),
                workshop.seats(),
                workshop.kept(),
                price.orElse(null),
                prices.map(proof -> keptPrices(proof, number)).orElse(Map.of()),
                prices.map(proof -> proof.gain(proof.open(number))).orElse(List.of()));
    }

    Map<String, BigInteger> keptPrices(Prices prices, int workshop) {
        var kept = new TreeMap<String, BigInteger>();
        for (var category = 0; category < instance.categories().size(); category++) {
            if (instance.kept(workshop, category) > 0) {
                kept.put(instance.categories().get(category), prices.of(workshop, category));
            }
        }
        return kept;
    }

    private Claim.People people(long @Nullable [] given) {
        var listed = IntStream.range(0, instance.participants())
                .map(instance::wishes)
                .sum();
        var people = new Claim.People(instance.participants(), listed);
        var wishes = new int[0];
        for (var person = 0; person < instance.participants(); person++) {
            // Most lists are as long as the one before.
            wishes = wishes.length == instance.wishes(person) ? wishes : new int[instance.wishes(person)];
            for (var rank = 0; rank < wishes.length; rank++) {
                wishes[rank] = instance.wish(person, rank);
            }
            people.add(line(person, given == null ? 0 : given[person]), wishes);
        }
        return people;
    }

    Claim.People.Line line(int person, long given) {
        var category = instance.category(person);
        return new Claim.People.Line(
                instance.participant(person),
                category < 0 ? "" : instance.categories().get(category),
                allocation.lottery().number(person),
                allocation.workshop(person),
                allocation.rank(person),
                allocation.completed(person),
                instance.secured(person),
                instance.fallback(person),
                given);
    }
}
