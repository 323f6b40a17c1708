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

    /// The role that a button to remove it names.
    record Removal(
            @Nullable UUID personne,
            @Nullable String role,
            @Nullable String lieu) {}
}
