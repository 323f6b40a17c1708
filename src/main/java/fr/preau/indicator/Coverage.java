package fr.preau.indicator;

import fr.preau.territory.NsiLycee;
import fr.preau.territory.Territory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// What an edition reaches, as counted at one moment. `shares` are those of girls that may be read, as last published;
/// `everywhere` the events that belong to no territory, online or offered in all; `years` the Septembers that pupils of
/// NSI were counted in, empty when nobody brought them in.
record Coverage(
        Instant at,
        Map<Territory, Counts> counts,
        Map<Territory, Integer> shares,
        List<Lonely> lonely,
        int everywhere,
        String years) {
    /// A lycée that teaches NSI and has no event near; `near` is empty when there is none in the whole edition.
    record Lonely(NsiLycee lycee, Optional<Nearby.Near> near) {}

    Counts of(Territory territory) {
        return Objects.requireNonNull(counts.get(territory), territory::key);
    }

    /// Girls among the pupils of booked classes, in percent; empty when nobody told, or when it must not be.
    OptionalInt girlsBooked(Territory territory) {
        var share = shares.get(territory);
        return share == null ? OptionalInt.empty() : OptionalInt.of(share);
    }

    /// There is such a share, and it is kept back.
    boolean hides(Territory territory) {
        return !shares.containsKey(territory) && !of(territory).booked().told().isNothing();
    }

    /// Girls among the pupils of NSI, in percent: public figures of the ministry, never kept back.
    OptionalInt girlsTaught(Territory territory) {
        var taught = of(territory).taught();
        return taught.pupils() == 0
                ? OptionalInt.empty()
                : OptionalInt.of(Math.round(100f * taught.girls() / taught.pupils()));
    }
}
