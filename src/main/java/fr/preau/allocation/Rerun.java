package fr.preau.allocation;

import java.util.Arrays;
import java.util.BitSet;

/// The pass after withdrawals that harms nobody: lists end at the wish held, whoever held a seat keeps one at least as
/// good, the draw is the same. Only those who gain need be told. Newcomers come after, on seats still free.
public final class Rerun {
    private final Allocation before;
    private final int[] people;
    private final Allocation allocation;

    private Rerun(Allocation before, int[] people) {
        this.before = before;
        this.people = people;
        allocation = Allocator.run(truncated(), before.rule(), before.lottery().among(people));
    }

    /// Seats again those who stay.
    ///
    /// @param withdrawn by their place in the instance
    public static Rerun nobodyWorse(Allocation before, BitSet withdrawn) {
        var staying = (BitSet) withdrawn.clone();
        staying.flip(0, before.instance().participants());
        return new Rerun(before, staying.stream().toArray());
    }

    /// The new seating, of those who stay only.
    public Allocation allocation() {
        return allocation;
    }

    /// Who somebody of the new instance was in the former one.
    public int formerly(int person) {
        return people[person];
    }

    /// Whether somebody of the new instance has a better seat than before.
    public boolean better(int person) {
        return allocation.workshop(person) != before.workshop(people[person]);
    }

    private Instance truncated() {
        var built = Instance.of(before.instance().workshops());
        var anySeated = false;
        for (var person : people) {
            add(built, person);
            anySeated |= before.workshop(person) != Allocation.NO_SEAT;
        }
        return anySeated ? built.ranks(before.instance().ranks()).build() : built.build();
    }

    private void add(Instance.Builder built, int person) {
        var instance = before.instance();
        var held = before.rank(person);
        var wishes = new int[held == Allocation.NO_RANK ? instance.wishes(person) : held + 1];
        Arrays.setAll(wishes, rank -> instance.wish(person, rank));
        var category = instance.category(person);
        built.add(
                instance.participant(person),
                category == Instance.NO_CATEGORY ? "" : instance.categories().get(category),
                wishes);
        if (before.completed(person)) {
            built.fallback(before.workshop(person));
        } else if (before.workshop(person) != Allocation.NO_SEAT) {
            built.secure();
        }
    }
}
