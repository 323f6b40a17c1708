package fr.preau.registration;

import fr.preau.web.Typed;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// The numbers of a class, and what it needs to be welcomed.
record HeadcountForm(
        @Pattern(
                regexp = "[1-9]|[1-5][0-9]|60",
                message = "Une classe compte de 1 à 60 élèves : écrivez le nombre en chiffres.")
        String eleves,

        @Pattern(regexp = "|[0-9]|[1-5][0-9]|60", message = "Écrivez un nombre en chiffres, ou laissez vide.")
        String filles,

        @Pattern(
                regexp = "[1-9]|1[0-9]|20",
                message = "Une classe vient avec 1 à 20 adultes : écrivez le nombre en chiffres.")
        String accompagnateurs,

        @Size(max = 1000, message = "Dites-le en 1000 caractères au plus.")
        String besoins) {
    HeadcountForm {
        eleves = Typed.line(eleves);
        filles = Typed.line(filles);
        accompagnateurs = Typed.line(accompagnateurs);
        besoins = Typed.text(besoins);
    }

    Registrant.@Nullable Headcount read(BindingResult errors) {
        if (errors.hasFieldErrors("eleves") || errors.hasFieldErrors("filles")) {
            return null;
        }
        var pupils = Integer.parseInt(eleves);
        var girls = filles.isEmpty() ? null : Integer.valueOf(filles);
        if (girls != null && girls > pupils) {
            errors.rejectValue("filles", "girls", "Il ne peut pas y avoir plus de filles que d'élèves.");
        }
        return errors.hasErrors() ? null : new Registrant.Headcount(pupils, girls, Integer.parseInt(accompagnateurs));
    }
}
