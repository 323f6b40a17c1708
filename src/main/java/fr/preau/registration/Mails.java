package fr.preau.registration;

import fr.preau.account.MailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/// The mail address of a form, its field `courriel`.
final class Mails {
    private Mails() {}

    static @Nullable MailAddress read(String typed, BindingResult errors) {
        var mail = MailAddress.parse(typed);
        if (mail.isEmpty()) {
            errors.rejectValue("courriel", "mail", "Écrivez une adresse complète, par exemple prenom.nom@exemple.fr.");
        }
        return mail.orElse(null);
    }
}
