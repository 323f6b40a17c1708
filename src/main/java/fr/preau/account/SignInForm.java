package fr.preau.account;

import jakarta.validation.constraints.NotBlank;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The page /connexion: an address, and where to go next.
record SignInForm(
        @NotBlank(message = "Écrivez votre adresse de courriel.") @Nullable
        String courriel,

        @Nullable String vers) {
    Optional<MailAddress> mail() {
        return courriel == null ? Optional.empty() : MailAddress.parse(courriel);
    }
}
