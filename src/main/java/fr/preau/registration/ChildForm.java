package fr.preau.registration;

import fr.preau.web.Typed;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// One more child of the same form: a first name and a level. A line left blank is nobody.
record ChildForm(String prenom, String niveau) {
    private static final Pattern NO_LINK = Pattern.compile(FirstName.NO_LINK);

    ChildForm {
        prenom = Typed.line(prenom);
        niveau = Typed.line(niveau);
    }

    boolean isBlank() {
        return prenom.isEmpty() && niveau.isEmpty();
    }

    /// Null, with a sentence at each field to correct, when something is wrong; `names` are those before it.
    Registrant.@Nullable Pupil read(String mail, Set<String> names, BindingResult errors) {
        checkName(names, errors);
        var level = Levels.read(niveau, errors);
        return level == null ? null : new Registrant.Pupil(prenom, mail, level, null);
    }

    private void checkName(Set<String> names, BindingResult errors) {
        if (prenom.isEmpty()) {
            errors.rejectValue("prenom", "empty", "Écrivez le prénom de cet enfant, ou videz la ligne.");
        } else if (prenom.length() > FirstName.LENGTH) {
            errors.rejectValue("prenom", "long", FirstName.TOO_LONG);
        } else if (!NO_LINK.matcher(prenom).matches()) {
            errors.rejectValue("prenom", "link", FirstName.LINK);
        } else if (!names.add(prenom.toLowerCase(Locale.FRENCH))) {
            errors.rejectValue("prenom", "twice", "Ce prénom est déjà écrit plus haut.");
        }
    }
}
