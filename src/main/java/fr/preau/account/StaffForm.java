package fr.preau.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// « Je travaille dans un établissement »: who, what, where.
record StaffForm(
        @NotBlank(message = "Écrivez votre prénom et votre nom : l'établissement vous reconnaît.")
        @Size(max = Accounts.NAME_MAX, message = "Le nom compte au plus 100 caractères.")
        @Pattern(regexp = OrganisationForm.ONE_LINE, message = "Écrivez le nom sur une seule ligne.")
        @Nullable
        String nom,

        @NotNull(message = "Dites si vous enseignez dans l'établissement ou si vous le dirigez.")
        Work fonction,

        @NotBlank(message = "Écrivez le nom et la commune de l'établissement.")
        @Size(max = 200, message = "Le nom de l'établissement compte au plus 200 caractères.")
        @Pattern(regexp = OrganisationForm.ONE_LINE, message = "Écrivez l'établissement sur une seule ligne.")
        @Nullable
        String etablissement) {
    enum Work {
        TEACHER("J'y enseigne"),
        SCHOOL_HEAD("Je le dirige");

        private final String french;

        Work(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    String name() {
        return String.valueOf(nom).strip();
    }
}
