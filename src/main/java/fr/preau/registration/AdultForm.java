package fr.preau.registration;

import fr.preau.web.Typed;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What a parent or any adult is asked. Numbers are kept as typed, so that the page shows them again whatever they are.
record AdultForm(
        @FirstName String prenom,

        String courriel,

        @Pattern(regexp = "[1-6]", message = "Écrivez un nombre de 1 à 6, vous compris.")
        String nombre,

        ChildrenForm enfants) {
    AdultForm {
        prenom = Typed.line(prenom);
        courriel = Typed.line(courriel);
        nombre = Typed.line(nombre);
        enfants = ChildrenForm.orNone(enfants);
    }

    @Nullable
    Family read(BindingResult errors) {
        var mail = Mails.read(courriel, errors);
        if (mail == null || errors.hasErrors()) {
            return null;
        }
        var adult = new Registrant.Adult(prenom, mail.value(), Integer.parseInt(nombre));
        var children = enfants.read(prenom, mail.value(), errors);
        if (adult.people() + children.size() > SeatRequest.PEOPLE) {
            errors.rejectValue(
                    "nombre",
                    "people",
                    "Avec les enfants nommés, %d personnes viennent au plus.".formatted(SeatRequest.PEOPLE));
        }
        return errors.hasErrors() ? null : new Family(adult, children);
    }
}
