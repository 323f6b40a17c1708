package fr.preau.registration;

import fr.preau.web.French;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Why someone may not wait: all that keeps from registering, but for the seats that are not there, and what no
/// patience will give.
final class WaitingRule {
    /// Nobody waits for more than the session will ever have.
    static final RegistrationRule COULD_EVER_FIT = attempt -> {
        var most = attempt.party().isClass()
                ? attempt.session().classCapacity()
                : attempt.session().capacity();
        return attempt.party().seats() <= most
                ? null
                : "Cette séance ne peut recevoir que %s%s : demandez-en moins, ou cherchez un autre événement."
                        .formatted(
                                French.count(most, "personne", "personnes"),
                                attempt.party().isClass() ? " par les classes, accompagnateurs compris" : "");
    };

    /// What must still hold when an offer is accepted.
    static final RegistrationRule STILL_TO_COME = attempt -> first(
            List.of(
                    RegistrationRule.EVENT_STANDS,
                    RegistrationRule.SESSION_STANDS,
                    RegistrationRule.SESSION_IS_TO_COME),
            attempt);

    private WaitingRule() {}

    static @Nullable String firstRefusal(Attempt attempt) {
        return first(
                Stream.concat(RegistrationRule.current().stream(), Stream.of(COULD_EVER_FIT))
                        .toList(),
                attempt);
    }

    private static @Nullable String first(List<RegistrationRule> rules, Attempt attempt) {
        return rules.stream()
                .map(rule -> rule.refusal(attempt))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
