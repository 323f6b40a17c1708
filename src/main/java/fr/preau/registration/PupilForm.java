package fr.preau.registration;

import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.Typed;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What a pupil is asked: this and nothing else.
record PupilForm(
        @NotEmpty(message = "Écrivez votre prénom.") @Size(max = 60, message = "Un prénom tient en 60 lettres.")
        String prenom,

        String niveau,
        String etablissement,
        String courriel) {
    PupilForm {
        prenom = Typed.line(prenom);
        niveau = Typed.line(niveau);
        etablissement = Typed.line(etablissement);
        courriel = Typed.line(courriel);
    }

    /// Null, with a sentence at each field to correct, when something is wrong.
    Registrant.@Nullable Pupil read(BindingResult errors, Schools.Resolved school) {
        var level = Levels.read(niveau, errors);
        var uai = school(errors, school);
        var mail = Mails.read(courriel, errors);
        return errors.hasErrors() || level == null || mail == null
                ? null
                : new Registrant.Pupil(prenom, mail.value(), level, uai);
    }

    private @Nullable Uai school(BindingResult errors, Schools.Resolved resolved) {
        if (etablissement.isEmpty() || etablissement.equals(",")) {
            return null;
        }
        return switch (resolved) {
            case Schools.Resolved.Found(School school) -> school.uai();
            case Schools.Resolved.Several _ -> {
                errors.rejectValue(
                        "etablissement", "several", "Plusieurs établissements portent ce nom : choisissez le vôtre.");
                yield null;
            }
            case Schools.Resolved.None() -> {
                errors.rejectValue(
                        "etablissement",
                        "unknown",
                        "Cet établissement n'est pas trouvé : écrivez son nom et sa commune, ou laissez vide.");
                yield null;
            }
        };
    }
}
