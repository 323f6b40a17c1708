package fr.preau.account;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Someone invited by their address.
record MailForm(@Nullable String courriel, @Nullable String jeton) {
    static final String INCOMPLETE = "Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.";

    Optional<MailAddress> mail() {
        return courriel == null ? Optional.empty() : MailAddress.parse(courriel);
    }

    /// The form's own number is the invitation's: sent twice, it is one invitation.
    UUID id() {
        return FormNumber.of(jeton);
    }
}
