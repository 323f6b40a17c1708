package fr.preau.registration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A registration as it stands: held, or cancelled and by whom. `reason` is the organiser's; `askedUntil` the day up to
/// which the person asked to be remembered (a certificate), if they did.
public record Held(
        Registration registration,
        RegistrationCancelled.@Nullable By cancelledBy,
        @Nullable String reason,
        @Nullable LocalDate askedUntil) {
    public boolean stands() {
        return cancelledBy == null;
    }
}
