package fr.preau.consultation;

import fr.preau.allocation.Rule;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why the draw gave a person what it gave: their number, and each of their wishes down to the one they got.
///
/// `own` is what they can check alone: over their own list, cost of the rank plus public price of the workshop is the
/// smallest where they sit. Null under the rule of turns, where one cut-off number says it all.
record Reason(
        Rule rule,
        int number,
        int of,
        List<Line> lines,
        boolean seated,
        @Nullable BigInteger none) {
    Reason {
        lines = List.copyOf(lines);
    }

    /// Whether what this person has now is what the draw gave them.
    boolean isStillOf(Participant person) {
        if (person.seat() == null) {
            return !seated;
        }
        var held = lines.stream().filter(Line::held).map(Line::rank).findFirst();
        return seated && Objects.equals(held.orElse(null), person.rank());
    }

    /// A wish: `sentence` says what kept it from them, empty for the one they got and for those after it.
    record Line(
            int rank,
            String workshop,
            boolean held,
            String sentence,
            @Nullable Sum sum) {}

    /// Cost of a rank, price of a workshop.
    record Sum(BigInteger cost, BigInteger price) {
        BigInteger total() {
            return cost.add(price);
        }
    }
}
