package fr.preau.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How a person wants to be called.
record NameForm(
        @NotBlank(message = "Écrivez votre prénom et votre nom.")
        @Size(max = Accounts.NAME_MAX, message = "Le nom compte au plus 100 caractères.")
        @Pattern(regexp = OrganisationForm.ONE_LINE, message = "Écrivez le nom sur une seule ligne.")
        @Nullable
        String nom) {
    String name() {
        return String.valueOf(nom).strip();
    }
}
