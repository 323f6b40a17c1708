package fr.preau.notification;

import fr.preau.event.PublishedEvent;
import fr.preau.registration.OfferExpired;
import fr.preau.registration.Registration;
import fr.preau.registration.SeatsOffered;
import fr.preau.registration.WaitingEnded;
import fr.preau.registration.WaitingEntry;
import fr.preau.registration.WaitingJoined;
import fr.preau.registration.WaitingMoved;
import fr.preau.web.French;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// What is said to those who wait for seats. A child's name is never in a subject: subjects show on locked screens.
@Component
class WaitingLetters {
    private static final String WHY =
            "Vous recevez ce message parce que cette adresse a été donnée pour une liste d'attente sur "
                    + Letter.SERVICE + ". Ce n'était pas vous ? Ouvrez le lien et quittez la liste.";
    private static final String ENDED =
            "Vous recevez ce message parce que cette adresse avait été donnée pour une liste d'attente sur "
                    + Letter.SERVICE + ".";
    private static final String KEPT = "Votre adresse ne sert qu'à cette demande.";

    private final LetterWriter writer;

    WaitingLetters(LetterWriter writer) {
        this.writer = writer;
    }

    Letter joined(WaitingJoined news) {
        var rank = news.ahead() == 0
                ? "en tête de la liste"
                : "%se sur la liste, derrière %s"
                        .formatted(French.number(news.ahead() + 1L), French.count(news.ahead(), "demande", "demandes"));
        return Letter.titled("Liste d'attente : " + news.event().title())
                .says("C'est noté : %s, %s.".formatted(who(news.entry()), rank))
                .facts(facts(news.entry(), news.event()))
                .says(
                        "Dès que des places se libèrent, un courriel vous les propose, à votre tour : vous aurez un délai pour accepter. Gardez ce message : son lien montre votre place et permet de partir.")
                .offers(
                        "Voir ma place, ou quitter la liste",
                        writer.at(news.entry().path()))
                .because(WHY, KEPT);
    }

    /// The deadline comes before all else, on the event's own clocks.
    Letter offer(SeatsOffered news) {
        var session = RegistrationLetters.session(news.entry().wanted(), news.event());
        var until = Objects.requireNonNull(news.entry().until())
                .atZone(session.start().getZone());
        return Letter.titled(
                        "Une place pour vous, à accepter vite : " + news.event().title())
                .says("Votre tour est venu : %s pour %s, jusqu'au %s."
                        .formatted(
                                French.count(news.entry().wanted().seats(), "place est gardée", "places sont gardées"),
                                who(news.entry()),
                                French.moment(until) + news.event().clock(until.getZone())))
                .facts(facts(news.entry(), news.event()))
                .says(
                        "Ouvrez le lien et acceptez avant cette heure. Sans réponse, ou si vous refusez, ces places sont proposées à la personne suivante.")
                .offers("Accepter ou refuser", writer.at(news.entry().path()))
                .because(WHY, KEPT);
    }

    /// Before the facts, which are new, what to do of an offer that was made for the old ones.
    Letter moved(WaitingMoved news) {
        var entry = news.entry();
        var move = Move.of(news.formerly(), RegistrationLetters.session(entry.wanted(), news.event()), news.event());
        return Letter.titled("%s, liste d'attente : %s"
                        .formatted(move.subject(), news.event().title()))
                .says("%s %s"
                        .formatted(
                                move.sentence(),
                                entry.waits()
                                        ? "%s est gardé."
                                                .formatted(isAdult(entry) ? "Votre tour" : "Le tour de " + who(entry))
                                        : "La place proposée reste gardée pour %s jusqu'à l'heure dite : acceptez-la seulement si vous pouvez encore venir."
                                                .formatted(isAdult(entry) ? "vous" : who(entry))))
                .facts(move.facts())
                .facts(facts(entry, news.event()))
                .says(
                        "Cela ne vous convient plus ? Ouvrez le lien et quittez la liste : la place servira à quelqu'un d'autre.")
                .offers("Voir ma place, ou quitter la liste", writer.at(entry.path()))
                .because(WHY, KEPT);
    }

    Letter expired(OfferExpired news) {
        return Letter.titled("Proposition expirée : " + news.event().title())
                .says(
                        "Une place vous était proposée et le délai pour l'accepter est passé : elle va à la personne suivante, et votre demande n'est plus sur la liste d'attente.")
                .facts(List.of(RegistrationLetters.when(news.entry().wanted(), news.event())))
                .says("Toujours intéressé ? Vous pouvez revenir à la fin de la liste, ou chercher un autre événement.")
                .offers("Voir l'événement", page(news.event()))
                .because(ENDED, KEPT);
    }

    Letter ended(WaitingEnded news) {
        return Letter.titled("Liste d'attente terminée : " + news.event().title())
                .says(
                        switch (news.why()) {
                            case STARTED ->
                                "La séance commence et aucune place ne s'est libérée pour vous : la liste d'attente s'arrête.";
                            case CLOSED ->
                                "Les inscriptions sont closes et aucune place ne s'est libérée pour vous : la liste d'attente s'arrête.";
                            case CANCELLED -> "L'organisateur annule cette séance : la liste d'attente s'arrête là.";
                            case MODERATED ->
                                "La modération, et non l'organisateur, annule cet événement : la liste d'attente s'arrête là.";
                            case TOO_SMALL ->
                                "L'organisateur a réduit le nombre de places : il n'y en aura plus assez pour votre demande, qui quitte la liste d'attente.";
                        })
                .quotes(news.reason())
                .facts(List.of(RegistrationLetters.when(news.entry().wanted(), news.event())))
                .says("D'autres événements ont encore des places.")
                .offers("Chercher un autre événement", writer.at("/evenements"))
                .because(ENDED, KEPT);
    }

    Letter.Fact link(WaitingEntry entry, PublishedEvent event) {
        var session = RegistrationLetters.session(entry.wanted(), event);
        return new Letter.Fact("Liste d'attente, " + event.title(), event.span(session), writer.at(entry.path()));
    }

    private static boolean isAdult(WaitingEntry entry) {
        return entry.wanted().kind() == Registration.Kind.ADULT;
    }

    private static String who(WaitingEntry entry) {
        var group = entry.wanted().schoolClass();
        if (group != null) {
            return "la classe %s".formatted(group.name());
        }
        return entry.wanted().kind() == Registration.Kind.PUPIL
                ? entry.wanted().firstName()
                : French.count(entry.wanted().seats(), "personne", "personnes");
    }

    private List<Letter.Fact> facts(WaitingEntry entry, PublishedEvent event) {
        return List.of(
                new Letter.Fact("Événement", event.title(), page(event)),
                RegistrationLetters.when(entry.wanted(), event),
                RegistrationLetters.where(event),
                RegistrationLetters.contact(event));
    }

    private String page(PublishedEvent event) {
        return writer.at("/evenements/" + event.id().value());
    }
}
