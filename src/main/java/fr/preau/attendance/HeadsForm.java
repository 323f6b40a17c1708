package fr.preau.attendance;

import fr.preau.registration.Registration;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// How many are there. Left empty, as many as were announced, but for a class: its pupils are counted.
record HeadsForm(
        @Pattern(regexp = "|[0-9]{1,2}|100", message = "Écrivez un nombre de 0 à 100, en chiffres.")
        String eleves,

        @Pattern(regexp = "|[0-9]{1,2}|100", message = "Écrivez un nombre en chiffres, ou laissez vide.")
        String filles,

        @Pattern(regexp = "|[0-9]{1,2}|100", message = "Écrivez un nombre de 0 à 100, en chiffres.")
        String adultes) {
    HeadsForm {
        eleves = eleves == null ? "" : eleves.strip();
        filles = filles == null ? "" : filles.strip();
        adultes = adultes == null ? "" : adultes.strip();
    }

    static Map<String, String> announced(Registration registration) {
        var heads = Heads.announced(registration);
        return Map.of("eleves", String.valueOf(heads.pupils()), "adultes", String.valueOf(heads.adults()));
    }

    @Nullable
    Heads read(BindingResult errors, Registration registration) {
        var announced = Heads.announced(registration);
        var isClass = registration.kind() == Registration.Kind.CLASS;
        if (isClass && eleves.isEmpty()) {
            errors.rejectValue("eleves", "pupils", "Combien d'élèves sont là ?");
        }
        if (errors.hasErrors()) {
            return null;
        }
        var pupils = isClass ? Integer.parseInt(eleves) : announced.pupils();
        var girls = !isClass || filles.isEmpty() ? null : Integer.valueOf(filles);
        var adults = registration.kind() == Registration.Kind.PUPIL || adultes.isEmpty()
                ? announced.adults()
                : Integer.parseInt(adultes);
        return judge(errors, new Heads(pupils, girls, adults));
    }

    private static @Nullable Heads judge(BindingResult errors, Heads heads) {
        var girls = heads.girls();
        if (girls != null && girls > heads.pupils()) {
            errors.rejectValue("filles", "girls", "Il ne peut pas y avoir plus de filles que d'élèves.");
        }
        if (heads.people() == 0) {
            errors.rejectValue("eleves", "nobody", "Personne n'est là ? Alors il n'y a pas d'arrivée à noter.");
        }
        return errors.hasErrors() ? null : heads;
    }
}
