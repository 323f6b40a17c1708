package fr.preau.account;

import org.jspecify.annotations.Nullable;

/// Who gives or takes a role, as the journal writes it: a person, a school by its official address (`id` is null), or
/// the configuration of the platform.
record Actor(@Nullable PersonId id, String mail) {
    static final Actor CONFIGURATION = new Actor(null, "configuration");

    static Actor of(Viewer viewer) {
        return new Actor(viewer.person(), String.valueOf(viewer.mail()));
    }
}
