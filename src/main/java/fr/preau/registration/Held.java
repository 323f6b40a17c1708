package fr.preau.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A registration as its link shows it: standing, or cancelled and by whom. `reason` is the organiser's;
/// `askedUntil` the day up to which the person asked to be remembered (a certificate), if they did.
record Held(
        Registration registration,
        RegistrationCancelled.@Nullable By cancelledBy,
        @Nullable String reason,
        @Nullable LocalDate askedUntil) {
    boolean stands() {
        return cancelledBy == null;
    }
}
