package fr.preau.account;

import fr.preau.territory.Territories;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone invited to pilot (`territoire` is `FR`) or to coordinate a territory (its key).
record RoleForm(
        @Nullable String courriel,
        @Nullable String territoire,
        @Nullable String jeton) {
    static final String NATION = "FR";

    MailForm mailForm() {
        return new MailForm(courriel, jeton);
    }

    Optional<Role> role(Territories territories) {
        if (territoire == null) {
            return Optional.empty();
        }
        return NATION.equals(territoire)
                ? Optional.of(new Role.Pilot())
                : territories
                        .find(territoire)
                        .filter(territory -> territory.level() != fr.preau.territory.Territory.Level.NATION)
                        .map(Role.Coordinator::new);
    }

    /// The role that a button to remove it names: who has it, what it is and where, in one word of a form, so that a
    /// list needs a single form.
    record Removal(PersonId person, String role, String place) {
        static Optional<Removal> parse(String word) {
            var parts = word.split(" ", 3);
            try {
                return parts.length < 3
                        ? Optional.empty()
                        : Optional.of(new Removal(new PersonId(UUID.fromString(parts[0])), parts[1], parts[2]));
            } catch (IllegalArgumentException notAPerson) {
                return Optional.empty();
            }
        }

        String word() {
            return "%s %s %s".formatted(person.value(), role, place);
        }
    }
}
