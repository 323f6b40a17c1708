package fr.preau.registration;

import org.jspecify.annotations.Nullable;

/// A registration as its link shows it: standing, or cancelled and by whom. `reason` is the organiser's.
record Held(
        Registration registration,
        RegistrationCancelled.@Nullable By cancelledBy,
        @Nullable String reason) {
    boolean stands() {
        return cancelledBy == null;
    }
}
