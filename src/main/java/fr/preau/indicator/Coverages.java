package fr.preau.indicator;

import fr.preau.programme.EditionId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/// Coverage by edition, at most a minute old: coordinators come together when a week opens, and one count serves them
/// all.
@Component
class Coverages {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ConcurrentMap<EditionId, Coverage> recent = new ConcurrentHashMap<>();
    private final CoverageCount count;
    private final Clock clock;

    Coverages(CoverageCount count, Clock clock) {
        this.count = count;
        this.clock = clock;
    }

    /// Those who ask while it is counted wait for that count.
    Coverage of(EditionId edition) {
        return recent.compute(
                edition, (_, known) -> known != null && isFresh(known) ? known : count.of(edition, clock.instant()));
    }

    private boolean isFresh(Coverage known) {
        var age = Duration.between(known.at(), clock.instant());
        return !age.isNegative() && age.compareTo(FRESH) < 0;
    }
}
