package fr.preau.registration;

import org.jspecify.annotations.Nullable;

/// A registration as it stands: held, or cancelled and by whom. `reason` is the organiser's.
public record Held(
        Registration registration,
        RegistrationCancelled.@Nullable By cancelledBy,
        @Nullable String reason) {
    public boolean stands() {
        return cancelledBy == null;
    }
}
