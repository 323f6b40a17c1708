package fr.preau.notification;

import fr.preau.event.PublishedEvent;
import fr.preau.registration.KnownAddressAsked;
import fr.preau.registration.Registration;
import fr.preau.registration.SeatsWithdrawn;
import fr.preau.registration.WaitingEntry;
import fr.preau.registration.WaitingLeft;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What only the reader of a mailbox is told: what their address has already, what was given back in its name, what was
/// cancelled among many. A child's name is never in a subject: subjects show on locked screens.
@Component
class FairnessLetters {
    private static final String ENDED =
            "Vous recevez ce message parce que cette adresse avait été donnée pour une inscription sur "
                    + Letter.SERVICE + ".";

    private final LetterWriter writer;

    FairnessLetters(LetterWriter writer) {
        this.writer = writer;
    }

    /// Those of the session asked for first.
    Letter known(KnownAddressAsked news, List<Letter.Fact> others) {
        var here = here(news);
        var facts = new ArrayList<>(here);
        facts.addAll(others);
        return Letter.titled("Déjà inscrit avec votre adresse : " + news.event().title())
                .says("Une inscription à « %s » vient d'être demandée avec votre adresse."
                        .formatted(news.event().title()))
                .says(
                        here.isEmpty()
                                ? "Rien de nouveau n'est inscrit."
                                : "Qui y était déjà inscrit, ou sur la liste d'attente, le reste et n'est pas compté deux fois. Avec une même adresse, six personnes viennent au plus à une séance : si la demande allait au-delà, rien de nouveau n'est inscrit.")
                .says("Voici vos inscriptions à venir. Chaque lien permet de voir, changer ou annuler.")
                .facts(facts)
                .says("Ces liens sont des clés : ne les transmettez pas.")
                .because(
                        "Vous recevez ce message parce que quelqu'un a demandé une inscription avec votre adresse. Ce n'était pas vous ? Vous n'avez rien à faire.",
                        RegistrationLetters.KEPT);
    }

    private List<Letter.Fact> here(KnownAddressAsked news) {
        return Stream.concat(
                        news.registrations().stream()
                                .filter(one -> one.session().equals(news.session()))
                                .map(one -> fact(one, "inscription", one.path(), news.event())),
                        news.waiting().stream()
                                .filter(one -> one.session().equals(news.session()))
                                .map(one -> fact(one.wanted(), "liste d'attente", one.path(), news.event())))
                .toList();
    }

    Letter.Fact fact(Registration registration, PublishedEvent event) {
        return fact(registration, "inscription", registration.path(), event);
    }

    Letter.Fact fact(WaitingEntry entry, PublishedEvent event) {
        return fact(entry.wanted(), "liste d'attente", entry.path(), event);
    }

    private Letter.Fact fact(Registration registration, String what, String path, PublishedEvent event) {
        var session = RegistrationLetters.session(registration, event);
        return new Letter.Fact(
                "%s, %s : %s".formatted(who(registration), what, event.title()), event.span(session), writer.at(path));
    }

    Letter left(WaitingLeft news) {
        var wanted = news.entry().wanted();
        var offered = !news.entry().waits();
        return Letter.titled((offered ? "Proposition refusée : " : "Liste d'attente quittée : ")
                        + news.event().title())
                .says(
                        offered
                                ? "Vous avez refusé ce qui était proposé à %s : %s à la personne suivante."
                                        .formatted(
                                                who(wanted),
                                                French.count(
                                                        wanted.seats(), "place est proposée", "places sont proposées"))
                                : "La demande de %s n'est plus sur la liste d'attente, comme demandé."
                                        .formatted(who(wanted)))
                .facts(List.of(RegistrationLetters.when(wanted, news.event())))
                .says(
                        "Ce n'était pas vous ? Quelqu'un a eu votre lien : demandez de nouveau une place à cette séance, et ne transmettez plus le lien reçu.")
                .offers("Voir l'événement", page(news.event()))
                .because(ENDED, RegistrationLetters.KEPT);
    }

    Letter withdrawn(SeatsWithdrawn news) {
        var registration = news.registration();
        return Letter.titled((news.waited() ? "Demande annulée : " : "Inscription annulée : ")
                        + news.event().title())
                .says(
                        news.waited()
                                ? "La demande de %s n'est plus sur la liste d'attente : %s l'a annulée."
                                        .formatted(who(registration), news.by())
                                : "L'inscription de %s est annulée par %s. Les autres inscriptions de la séance tiennent."
                                        .formatted(who(registration), news.by()))
                .says(
                        "Beaucoup de demandes venaient d'une même adresse ou d'un même réseau : toutes sont annulées, pour que chacun ait sa chance. Raison donnée :")
                .quotes(news.reason())
                .facts(List.of(
                        RegistrationLetters.when(registration, news.event()),
                        RegistrationLetters.contact(news.event())))
                .says("Vous comptiez vraiment venir ? Inscrivez-vous de nouveau, ou écrivez à l'organisateur.")
                .offers("Voir l'événement", page(news.event()))
                .because(ENDED, RegistrationLetters.KEPT);
    }

    private static String who(Registration registration) {
        var group = registration.schoolClass();
        if (group != null) {
            return "la classe " + group.name();
        }
        return registration.seats() == 1
                ? registration.firstName()
                : "%s (%s)"
                        .formatted(
                                registration.firstName(), French.count(registration.seats(), "personne", "personnes"));
    }

    private String page(PublishedEvent event) {
        return writer.at("/evenements/" + event.id().value());
    }
}
