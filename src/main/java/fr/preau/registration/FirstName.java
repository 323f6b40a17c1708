package fr.preau.registration;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A first name as a form asks for it. It stands in letters, at addresses others typed: a link in it would make the
/// platform a courier of strangers' links.
@NotEmpty(message = "Écrivez votre prénom.")
@Size(max = FirstName.LENGTH, message = FirstName.TOO_LONG)
@Pattern(regexp = FirstName.NO_LINK, message = FirstName.LINK)
@Constraint(validatedBy = {})
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface FirstName {
    int LENGTH = 60;
    String NO_LINK = "(?is)(?!.*(://|www\\.|[<>@])).*";
    String TOO_LONG = "Un prénom tient en 60 lettres.";
    String LINK = "Écrivez un prénom seul, sans adresse ni lien.";

    String message() default LINK;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
