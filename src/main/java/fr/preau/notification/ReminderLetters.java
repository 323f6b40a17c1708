package fr.preau.notification;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.Ahead;
import fr.preau.registration.NeedsAnswered;
import fr.preau.registration.Registration;
import fr.preau.registration.ReminderDue;
import fr.preau.web.French;
import org.springframework.stereotype.Component;

/// What is said to those registered when the day draws near, and to a teacher whose class's needs were answered. Days
/// are named by their date, never « demain »: a letter may be a night late.
@Component
class ReminderLetters {
    private static final String ANSWER = "Réponse de l'organisateur à vos besoins d'accueil :";

    private final RegistrationLetters letters;

    ReminderLetters(RegistrationLetters letters) {
        this.letters = letters;
    }

    Letter reminder(ReminderDue news) {
        var registration = news.registration();
        var event = news.event();
        var letter = Letter.titled("Rappel : " + event.title() + ", " + when(registration, event))
                .says(opening(news.ahead()))
                .says(RegistrationLetters.kept(registration, event))
                .facts(letters.facts(registration, event))
                .quotes(RegistrationLetters.INSTRUCTIONS, event.instructions());
        return needs(toPrepare(letter, news), news)
                .says("Vous ne pouvez pas venir ? Rendez %s dès maintenant avec ce lien : d'autres attendent peut-être."
                        .formatted(registration.seats() == 1 ? "la place" : "les places"))
                .offers("Voir, changer ou annuler", letters.management(registration))
                .says("Le fichier joint met votre agenda à jour.")
                .because(
                        "Vous recevez ce rappel parce que vous êtes inscrit à cet événement. Vous n'en voulez plus ? Le même lien permet de l'arrêter sans annuler l'inscription.",
                        RegistrationLetters.KEPT);
    }

    Letter answer(NeedsAnswered news) {
        var registration = news.registration();
        var event = news.event();
        return Letter.titled("Réponse à vos besoins d'accueil : " + event.title())
                .says("L'organisateur a lu les besoins d'accueil de la classe %s et vous répond."
                        .formatted(
                                registration.schoolClass() == null
                                        ? ""
                                        : registration.schoolClass().name()))
                .quotes(news.answer())
                .facts(letters.facts(registration, event))
                .says("Cette réponse reste sur la page de votre inscription, et dans vos rappels.")
                .offers("Voir mon inscription", letters.management(registration))
                .because(
                        "Vous recevez ce message parce que vous avez inscrit une classe à cet événement.",
                        RegistrationLetters.KEPT);
    }

    /// « mer. 3 déc. à 14 h (heure de Paris) ».
    private static String when(Registration registration, PublishedEvent event) {
        var start = RegistrationLetters.session(registration, event).start();
        return "%s à %s%s"
                .formatted(
                        French.shortDay(start.toLocalDate()),
                        French.hour(start.toLocalTime()),
                        event.clock(start.getZone()));
    }

    private static String opening(Ahead ahead) {
        return switch (ahead) {
            case WEEK -> "Votre rendez-vous approche. Vous viendrez toujours ? Alors il n'y a rien à faire.";
            case EVE -> "Votre rendez-vous est tout proche : voici ce qu'il faut pour arriver à l'heure.";
        };
    }

    /// A teacher moves thirty people, or receives someone: there is something to prepare.
    private static Letter toPrepare(Letter letter, ReminderDue news) {
        if (news.registration().kind() != Registration.Kind.CLASS) {
            return letter;
        }
        return letter.says(preparation(news.event().format()))
                .says("Le nombre d'élèves ou d'accompagnateurs a changé ? Corrigez-le avec le lien plus bas.");
    }

    private static String preparation(Format format) {
        return switch (format) {
            case ON_SITE ->
                "À imprimer, ou à garder sur un téléphone : le billet de la classe. À l'accueil, il dit combien vous êtes.";
            case ONLINE ->
                "À préparer : une salle avec un écran et du son. Essayez le lien de la visio avant la séance.";
            case HYBRID ->
                "Sur place, le billet de la classe est à imprimer ou à garder sur un téléphone. À distance, prévoyez une salle avec un écran et du son, et essayez le lien de la visio avant la séance.";
            case AT_SCHOOL ->
                "À préparer : une salle, et l'accueil de l'établissement à prévenir, puisque l'organisateur vient chez vous.";
        };
    }

    private static Letter needs(Letter letter, ReminderDue news) {
        var group = news.registration().schoolClass();
        if (group == null || group.needs().isEmpty()) {
            return letter;
        }
        return news.answer().isEmpty()
                ? letter.says(
                        "Vous avez signalé des besoins d'accueil, et l'organisateur n'y a pas encore répondu : écrivez-lui à l'adresse ci-dessus.")
                : letter.quotes(ANSWER, news.answer());
    }
}
