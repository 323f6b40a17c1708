package fr.preau.consultation;

import fr.preau.allocation.Allocation;
import fr.preau.allocation.Allocator;
import fr.preau.allocation.Lottery;
import fr.preau.allocation.Rule;
import fr.preau.audit.Audit;
import fr.preau.verification.Fault;
import fr.preau.verification.Report;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Seats people and keeps nothing the independent verifier refuses. Workshops that no list links stand or fall apart:
/// those of a part refused are withheld, the others are seated as if they were alone, which gives them the same seats.
@Component
class Auditor {
    private static final Logger LOG = LoggerFactory.getLogger(Auditor.class);

    /// What the verifier agrees with, and the names of the workshops left out of it.
    record Agreed(Allocation allocation, Set<String> withheld) {
        Agreed {
            withheld = Set.copyOf(withheld);
        }

        boolean isWhole() {
            return withheld.isEmpty();
        }
    }

    /// Empty when the verifier agrees with nothing.
    Optional<Agreed> seating(Frozen frozen, Rule rule, String seed) {
        var instance = frozen.instance();
        var allocation = Allocator.run(instance, rule, Lottery.drawn(instance, seed));
        var report = verify(allocation, seed);
        if (report.accepted()) {
            return Optional.of(new Agreed(allocation, Set.of()));
        }
        complain(report);
        if (!report.general().isEmpty() || report.parts().stream().noneMatch(report::accepted)) {
            return Optional.empty();
        }
        var withheld = report.parts().stream()
                .filter(part -> !report.accepted(part))
                .flatMap(part -> part.workshops().stream())
                .collect(Collectors.toSet());
        var rest = frozen.instanceWithout(withheld);
        return agreed(Allocator.run(rest, rule, Lottery.drawn(rest, seed)), seed)
                .map(others -> new Agreed(others, withheld));
    }

    /// The same allocation, or nothing when the verifier refuses any of it.
    Optional<Allocation> agreed(Allocation allocation, String seed) {
        var report = verify(allocation, seed);
        if (!report.accepted()) {
            complain(report);
        }
        return report.accepted() ? Optional.of(allocation) : Optional.empty();
    }

    Report verify(Allocation allocation, String seed) {
        return Audit.verify(allocation, seed);
    }

    private static void complain(Report report) {
        LOG.error(
                "the verifier refuses a draw: {}",
                report.faults().stream().map(Fault::kind).distinct().toList());
    }
}
