package fr.preau.registration;

import fr.preau.account.Viewer;
import fr.preau.territory.Uai;
import fr.preau.web.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// What a teacher is asked for a class: no pupil's name.
record ClassForm(
        String etablissement,

        @NotEmpty(message = "Écrivez le nom de la classe, par exemple 2de 4.")
        @Size(max = 40, message = "Un nom de classe tient en 40 caractères.")
        @Pattern(regexp = FirstName.NO_LINK, message = "Écrivez le nom de la classe, sans adresse ni lien.")
        String classe,

        String niveau,
        @Valid HeadcountForm effectif) {
    ClassForm {
        etablissement = Typed.line(etablissement);
        classe = Typed.line(classe);
        niveau = Typed.line(niveau);
        effectif = Objects.requireNonNullElseGet(effectif, () -> new HeadcountForm("", "", "", ""));
    }

    Registrant.@Nullable ClassGroup read(BindingResult errors, Viewer viewer) {
        var school = school(viewer);
        if (school.isEmpty()) {
            errors.rejectValue("etablissement", "school", "Choisissez un de vos établissements.");
        }
        var level = Levels.read(niveau, errors);
        errors.pushNestedPath("effectif");
        var heads = effectif.read(errors);
        errors.popNestedPath();
        return errors.hasErrors() || school.isEmpty() || level == null || heads == null
                ? null
                : new Registrant.ClassGroup(teacher(viewer), school.get(), classe, level, heads, effectif.besoins());
    }

    private Optional<Uai> school(Viewer viewer) {
        return Uai.parse(etablissement).filter(viewer::booksFor);
    }

    private static Registrant.Teacher teacher(Viewer viewer) {
        var mail = Objects.requireNonNull(viewer.mail());
        var name = Typed.line(viewer.name());
        var known = name.isEmpty() ? mail : name;
        return new Registrant.Teacher(viewer.person(), known.substring(0, Math.min(60, known.length())), mail);
    }
}
