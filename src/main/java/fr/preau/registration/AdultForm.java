package fr.preau.registration;

import fr.preau.web.Typed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What a parent or any adult is asked. Numbers are kept as typed, so that the page shows them again whatever they are.
record AdultForm(
        @NotEmpty(message = "Écrivez votre prénom.") @Size(max = 60, message = "Un prénom tient en 60 lettres.")
        String prenom,

        String courriel,

        @Pattern(regexp = "[1-6]", message = "Écrivez un nombre de 1 à 6, vous compris.")
        String nombre) {
    AdultForm {
        prenom = Typed.line(prenom);
        courriel = Typed.line(courriel);
        nombre = Typed.line(nombre);
    }

    Registrant.@Nullable Adult read(BindingResult errors) {
        var mail = Mails.read(courriel, errors);
        return errors.hasErrors() || mail == null
                ? null
                : new Registrant.Adult(prenom, mail.value(), Integer.parseInt(nombre));
    }
}
