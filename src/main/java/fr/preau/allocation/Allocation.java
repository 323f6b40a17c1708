package fr.preau.allocation;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who got what, and how one can tell that it is right.
public final class Allocation {
    /// The workshop of somebody without a seat.
    public static final int NO_SEAT = -1;

    /// The rank of somebody without a seat, or seated where they had not asked to be.
    public static final int NO_RANK = -1;

    private final Instance instance;
    private final Rule rule;
    private final Lottery lottery;
    private final int[] workshop;
    private final int[] rank;
    private final BitSet completed;
    private final int components;
    private final @Nullable Prices prices;
    private final @Nullable Cutoffs cutoffs;

    /// What a run finds, before it is read.
    static final class Found {
        final int[] workshop;
        final int[] rank;
        final BitSet completed = new BitSet();
        final int components;

        Found(int participants, int components) {
            workshop = new int[participants];
            rank = new int[participants];
            this.components = components;
            Arrays.fill(workshop, NO_SEAT);
            Arrays.fill(rank, NO_RANK);
        }
    }

    Allocation(
            Instance instance,
            Rule rule,
            Lottery lottery,
            Found found,
            @Nullable Prices prices,
            @Nullable Cutoffs cutoffs) {
        this.instance = instance;
        this.rule = rule;
        this.lottery = lottery;
        workshop = found.workshop;
        rank = found.rank;
        completed = found.completed;
        components = found.components;
        this.prices = prices;
        this.cutoffs = cutoffs;
    }

    public Instance instance() {
        return instance;
    }

    public Rule rule() {
        return rule;
    }

    public Lottery lottery() {
        return lottery;
    }

    /// Their workshop, or [#NO_SEAT].
    public int workshop(int person) {
        return workshop[person];
    }

    /// Which of their wishes it is, from 0, or [#NO_RANK].
    public int rank(int person) {
        return rank[person];
    }

    /// Whether they sit where they had not asked to.
    public boolean completed(int person) {
        return completed.get(person);
    }

    /// Groups of workshops that no list joins: decided, and checked, one by one.
    public int components() {
        return components;
    }

    public Profile profile() {
        var byRank = new int[instance.ranks()];
        var none = 0;
        for (var person = 0; person < workshop.length; person++) {
            if (rank[person] >= 0) {
                byRank[rank[person]]++;
            } else if (workshop[person] == NO_SEAT) {
                none++;
            }
        }
        return new Profile(Arrays.stream(byRank).boxed().toList(), completed.cardinality(), none);
    }

    /// What the seating costs, exactly; there is none under [Rule#TIRAGE].
    public Optional<BigInteger> value() {
        return prices().map(proof -> {
            var profile = profile();
            var value = proof.cost(instance.ranks()).multiply(BigInteger.valueOf(profile.none()));
            for (var each = 0; each < profile.byRank().size(); each++) {
                value = value.add(proof.cost(each)
                        .multiply(BigInteger.valueOf(profile.byRank().get(each))));
            }
            return value;
        });
    }

    /// The proof, for rules that optimise.
    public Optional<Prices> prices() {
        return Optional.ofNullable(prices);
    }

    /// At which number each workshop was full, for [Rule#TIRAGE].
    public Optional<Cutoffs> cutoffs() {
        return Optional.ofNullable(cutoffs);
    }
}
