package fr.preau.allocation;

import java.util.Arrays;
import java.util.OptionalInt;

/// Under [Rule#TIRAGE], the number of the draw at which a workshop had no seat left, for each category of participants:
/// the one sentence that explains a refusal.
public final class Cutoffs {
    private final int categories;
    private final int[] number;

    Cutoffs(Instance instance) {
        categories = instance.categories().size();
        number = new int[Math.multiplyExact(instance.workshops().size(), categories + 1)];
        Arrays.fill(number, -1);
    }

    /// Who took the last seat somebody of a category could have had; empty while one is left; 0 when there never was
    /// one.
    public OptionalInt number(int workshop, int category) {
        var found = number[cell(workshop, category)];
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }

    void full(int workshop, int category, int atNumber) {
        if (number[cell(workshop, category)] < 0) {
            number[cell(workshop, category)] = atNumber;
        }
    }

    private int cell(int workshop, int category) {
        return workshop * (categories + 1) + category + 1;
    }
}
