package fr.preau.registration;

import fr.preau.event.Audience;
import fr.preau.event.Format;
import fr.preau.web.French;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One reason to refuse seats, decided on what was read; seats and doubles are decided by the database itself.
@FunctionalInterface
interface RegistrationRule {
    /// The sentence for the person who asks, or null when this rule has nothing against it.
    @Nullable
    String refusal(Attempt attempt);

    RegistrationRule EVENT_STANDS =
            attempt -> attempt.event().cancelled() ? "Cet événement est annulé : il n'y a plus d'inscription." : null;

    RegistrationRule SESSION_STANDS = attempt -> attempt.session().cancelled()
            ? "Cette séance est annulée. Choisissez-en une autre sur la page de l'événement."
            : null;

    RegistrationRule SESSION_IS_TO_COME =
            attempt -> attempt.session().start().toInstant().isAfter(attempt.now())
                    ? null
                    : "Cette séance a déjà commencé ou est passée : il n'est plus possible de s'y inscrire.";

    RegistrationRule REGISTRATIONS_HAVE_OPENED =
            attempt -> attempt.now().isBefore(attempt.edition().registrationsOpen())
                    ? "Les inscriptions n'ont pas encore ouvert : revenez à partir du %s."
                            .formatted(French.day(attempt.edition()
                                    .registrationsOpen()
                                    .atZone(attempt.session().start().getZone())
                                    .toLocalDate()))
                    : null;

    RegistrationRule REGISTRATIONS_HAVE_NOT_CLOSED =
            attempt -> attempt.now().isBefore(attempt.edition().registrationsClose())
                    ? null
                    : "Les inscriptions de cette édition sont closes.";

    /// The organiser comes to a class, in its school: there is no seat for a person alone.
    RegistrationRule VISITS_ARE_FOR_CLASSES = attempt ->
            attempt.event().format() == Format.AT_SCHOOL && !attempt.party().isClass()
                    ? "Cet événement vient dans les établissements : seul un enseignant peut le demander, pour sa classe."
                    : null;

    RegistrationRule CLASSES_ARE_WELCOME =
            attempt -> attempt.party().isClass() && attempt.session().classCapacity() == 0
                    ? "Cette séance n'a pas de places pour les classes : on s'y inscrit seul ou en famille."
                    : null;

    /// The organiser chose for whom it is and a moderator agreed. An event for everyone, or that names no level,
    /// welcomes every pupil; adults may always come.
    RegistrationRule LEVEL_IS_WELCOME = attempt -> {
        var welcomed = Levels.welcomed(attempt.event());
        return welcomed.containsAll(attempt.party().levels())
                ? null
                : "Cet événement est prévu pour un autre niveau : %s."
                        .formatted(welcomed.stream().map(Audience::french).collect(Collectors.joining(", ")));
    };

    /// An event that comes to schools goes where its organiser offers it.
    RegistrationRule VISITS_STAY_WHERE_OFFERED = attempt -> attempt.party().withinReach()
            ? null
            : "L'organisateur ne vient pas dans le département de votre établissement.";

    /// In the order a person should hear them.
    static List<RegistrationRule> current() {
        return List.of(
                EVENT_STANDS,
                SESSION_STANDS,
                SESSION_IS_TO_COME,
                REGISTRATIONS_HAVE_OPENED,
                REGISTRATIONS_HAVE_NOT_CLOSED,
                VISITS_ARE_FOR_CLASSES,
                CLASSES_ARE_WELCOME,
                LEVEL_IS_WELCOME,
                VISITS_STAY_WHERE_OFFERED);
    }

    static @Nullable String firstRefusal(Attempt attempt) {
        return current().stream()
                .map(rule -> rule.refusal(attempt))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
