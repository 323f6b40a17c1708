package fr.preau.showcase;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may be shown of pupils today. Asked each time something is shown, never kept: what ends or is withdrawn is
/// hidden at once (decision 17).
final class Rights {
    private record Right(UUID member, Purpose purpose) {}

    private final Map<Right, Authorisation> valid = new HashMap<>();

    private Rights() {}

    static Rights of(Collection<Authorisation> authorisations, LocalDate today) {
        var rights = new Rights();
        authorisations.stream()
                .filter(one -> one.isValid(today))
                .forEach(one -> rights.valid.put(new Right(one.member(), one.purpose()), one));
        return rights;
    }

    /// Whether every one of these pupils allows it; nobody to ask is nobody against.
    boolean allow(List<UUID> people, Purpose purpose) {
        return missing(people, purpose).isEmpty();
    }

    /// Those who do not allow it.
    List<UUID> missing(List<UUID> people, Purpose purpose) {
        return people.stream()
                .filter(one -> !valid.containsKey(new Right(one, purpose)))
                .toList();
    }

    @Nullable
    String surname(UUID member) {
        var right = valid.get(new Right(member, Purpose.SURNAME));
        return right == null ? null : right.surname();
    }
}
