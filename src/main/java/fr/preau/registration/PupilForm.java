package fr.preau.registration;

import fr.preau.territory.School;
import fr.preau.territory.Schools;
import fr.preau.territory.Uai;
import fr.preau.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What a pupil is asked: this and nothing else.
record PupilForm(@FirstName String prenom, String niveau, String etablissement, String courriel, ChildrenForm enfants) {

    PupilForm {
        prenom = Typed.line(prenom);
        niveau = Typed.line(niveau);
        etablissement = Typed.line(etablissement);
        courriel = Typed.line(courriel);
        enfants = ChildrenForm.orNone(enfants);
    }

    /// Null, with a sentence at each field to correct, when something is wrong.
    @Nullable
    Family read(BindingResult errors, Schools.Resolved school) {
        var level = Levels.read(niveau, errors);
        var uai = school(errors, school);
        var mail = Mails.read(courriel, errors);
        if (mail == null || level == null) {
            return null;
        }
        var children = enfants.read(prenom, mail.value(), errors);
        return errors.hasErrors() ? null : new Family(new Registrant.Pupil(prenom, mail.value(), level, uai), children);
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
