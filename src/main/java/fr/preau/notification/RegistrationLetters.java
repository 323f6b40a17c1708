package fr.preau.notification;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.event.PublishedSession;
import fr.preau.registration.OrganiserWrote;
import fr.preau.registration.Registration;
import fr.preau.registration.RegistrationAddressAsked;
import fr.preau.registration.RegistrationChanged;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// What is said to those registered. A child's name is never in a subject: subjects show on locked screens.
@Component
class RegistrationLetters {
    private static final String WHY =
            "Vous recevez ce message parce que cette adresse a été donnée pour une inscription sur " + Letter.SERVICE
                    + ". Ce n'était pas vous ? Ouvrez le lien et annulez l'inscription.";
    private static final String ENDED =
            "Vous recevez ce message parce que cette adresse avait été donnée pour une inscription sur "
                    + Letter.SERVICE + ".";
    static final String INSTRUCTIONS = "Informations pratiques, données par l'organisateur :";
    static final String KEPT = "Votre adresse ne sert qu'à cette inscription.";

    private final LetterWriter writer;

    RegistrationLetters(LetterWriter writer) {
        this.writer = writer;
    }

    Letter confirmation(Registration registration, PublishedEvent event) {
        return Letter.titled("Inscription confirmée : " + event.title())
                .says(kept(registration, event))
                .facts(facts(registration, event))
                .quotes(INSTRUCTIONS, event.instructions())
                .says(
                        "Le fichier joint met la date dans votre agenda. Gardez ce message : son lien est votre clé, ne le transmettez pas.")
                .says("Vous ne pouvez plus venir ? Annulez avec ce lien : la place servira à quelqu'un d'autre.")
                .offers("Voir, changer ou annuler", management(registration))
                .because(WHY, KEPT);
    }

    /// The event moved, or whoever is registered changed how many come: what it was is said beside what holds.
    Letter change(RegistrationChanged news) {
        return switch (news.what()) {
            case RegistrationChanged.Numbers(var before) -> numbers(before, news.registration(), news.event());
            case RegistrationChanged.Moved(var formerly) ->
                moved(
                        news.registration(),
                        Move.of(formerly, session(news.registration(), news.event()), news.event()),
                        news.event());
        };
    }

    private Letter numbers(Registration before, Registration registration, PublishedEvent event) {
        var people = people(registration);
        return Letter.titled("%s au lieu de %d : %s"
                        .formatted(French.count(people, "personne", "personnes"), people(before), event.title()))
                .says("%s : %s au lieu de %d, comme demandé."
                        .formatted(
                                French.sentence(subject(registration)),
                                French.count(people, "personne", "personnes"),
                                people(before)))
                .says(kept(registration, event))
                .facts(facts(registration, event))
                .quotes(INSTRUCTIONS, event.instructions())
                .offers("Voir, changer ou annuler", management(registration))
                .because(WHY, KEPT);
    }

    private Letter moved(Registration registration, Move move, PublishedEvent event) {
        return Letter.titled(move.subject() + " : " + event.title())
                .says("%s %s".formatted(move.sentence(), stays(registration)))
                .facts(move.facts())
                .says(kept(registration, event))
                .facts(facts(registration, event))
                .quotes(INSTRUCTIONS, event.instructions())
                .says(
                        "Le fichier joint corrige votre agenda. Cela ne vous convient plus ? Annulez avec ce lien : la place servira à quelqu'un d'autre.")
                .offers("Voir, changer ou annuler", management(registration))
                .because(WHY, KEPT);
    }

    private static String stays(Registration registration) {
        return "%s reste valable.".formatted(French.sentence(subject(registration)));
    }

    /// The letters of a registration arrive at another address from now on.
    Letter arrivesHere(Registration registration, PublishedEvent event) {
        return Letter.titled("Inscription à cette adresse : " + event.title())
                .says("Les courriels de %s arrivent désormais ici.".formatted(subject(registration)))
                .says(kept(registration, event))
                .facts(facts(registration, event))
                .quotes(INSTRUCTIONS, event.instructions())
                .offers("Voir, changer ou annuler", management(registration))
                .because(WHY, KEPT);
    }

    Letter cancellation(Registration registration, PublishedEvent event) {
        return Letter.titled("Inscription annulée : " + event.title())
                .says("%s est annulée, comme demandé. %s à d'autres."
                        .formatted(
                                French.sentence(subject(registration)),
                                registration.seats() == 1 ? "La place est rendue" : "Les places sont rendues"))
                .facts(List.of(when(registration, event)))
                .says("Le fichier joint retire la date de votre agenda. D'autres événements vous attendent.")
                .offers("Chercher un autre événement", writer.at("/evenements"))
                .because(ENDED, KEPT);
    }

    Letter callingOff(Registration registration, PublishedEvent event, String reason) {
        return calledOff(
                registration,
                event,
                "L'organisateur annule « %s » : ce rendez-vous n'aura pas lieu, et %s s'arrête là.",
                reason,
                contact(event));
    }

    /// Not by the organiser, who may not know more: questions go to those who run the platform.
    Letter moderation(Registration registration, PublishedEvent event, String reason) {
        return calledOff(
                registration,
                event,
                "La modération, et non l'organisateur, annule « %s » : ce rendez-vous n'aura pas lieu, et %s s'arrête là.",
                reason,
                moderators());
    }

    /// Whom to write to about what the moderation decided.
    private Letter.Fact moderators() {
        var page = writer.at("/mentions-legales");
        return new Letter.Fact("Une question", "écrivez à l'équipe de la plateforme, ses adresses sont ici", page);
    }

    private Letter calledOff(
            Registration registration, PublishedEvent event, String sentence, String reason, Letter.Fact question) {
        return Letter.titled("Annulé : " + event.title())
                .says(sentence.formatted(event.title(), subject(registration)))
                .quotes(reason)
                .facts(List.of(when(registration, event), question))
                .says("Le fichier joint retire la date de votre agenda. D'autres événements vous attendent.")
                .offers("Chercher un autre événement", writer.at("/evenements"))
                .because(ENDED, KEPT);
    }

    Letter message(OrganiserWrote news, String organisation) {
        return Letter.titled("Message de l'organisateur : " + news.subject())
                .says("%s vous écrit à propos de « %s »."
                        .formatted(organisation, news.event().title()))
                .quotes(news.text())
                .facts(List.of(when(news.registration(), news.event())))
                .says("L'organisateur ne connaît pas votre adresse. Si vous répondez à ce message, il la verra.")
                .offers("Voir mon inscription", management(news.registration()))
                .because(
                        "Vous recevez ce message parce que vous êtes inscrit à cet événement. Pour ne plus en recevoir, annulez l'inscription.",
                        KEPT);
    }

    Letter newAddress(RegistrationAddressAsked news) {
        return Letter.titled("Confirmez votre nouvelle adresse")
                .says(
                        "Les courriels d'une inscription à « %s » doivent arriver ici désormais. Ce lien sert une fois, pendant un jour."
                                .formatted(news.event().title()))
                .offers("Confirmer cette adresse", writer.at(news.path()))
                .says("Vous n'avez rien demandé ? Ne faites rien : rien ne change.")
                .because(
                        "Vous recevez ce message parce que quelqu'un a donné cette adresse pour son inscription.",
                        KEPT);
    }

    Letter formerAddress(PublishedEvent event) {
        return Letter.titled("Une inscription a une autre adresse")
                .says(
                        "Les courriels d'une inscription à « %s » arrivent désormais à une autre adresse, et le lien que vous aviez n'ouvre plus rien."
                                .formatted(event.title()))
                .facts(List.of(contact(event)))
                .because(ENDED, KEPT);
    }

    /// `facts` are one [#link] each.
    Letter links(List<Letter.Fact> facts) {
        return Letter.titled("Vos liens d'inscription")
                .says(
                        "Voici les inscriptions à venir et les listes d'attente faites avec votre adresse. Chaque lien permet de voir, changer ou annuler.")
                .facts(facts)
                .says("Ces liens sont des clés : ne les transmettez pas.")
                .because("Vous recevez ce message parce que quelqu'un a demandé ces liens avec votre adresse.", KEPT);
    }

    /// No link to a questionnaire: it comes in a letter of its own.
    Letter thanks(Registration registration, PublishedEvent event) {
        var group = registration.schoolClass();
        return Letter.titled("Merci d'être venus : " + event.title())
                .says(
                        group == null
                                ? "Vous étiez là, merci. Un court questionnaire vous sera envoyé pour dire ce que cette rencontre valait."
                                : "La classe %s était là, merci. Un court questionnaire vous sera envoyé pour dire ce que cette rencontre valait."
                                        .formatted(group.name()))
                .facts(List.of(when(registration, event)))
                .says("Besoin d'un papier, par exemple pour un dossier d'orientation ? Demandez une attestation.")
                .offers("Demander une attestation", management(registration) + "/attestation")
                .because(
                        "Vous recevez ce message parce que vous étiez inscrit à cet événement et que l'organisateur vous a noté présent.",
                        KEPT);
    }

    /// Whose registration it is: several of a family may have one address.
    static String subject(Registration registration) {
        var group = registration.schoolClass();
        if (group != null) {
            return "l'inscription de la classe %s".formatted(group.name());
        }
        return registration.kind() == Registration.Kind.PUPIL
                ? "l'inscription %s".formatted(French.of(registration.firstName()))
                : "votre inscription";
    }

    private static int people(Registration registration) {
        var group = registration.schoolClass();
        return group == null ? registration.seats() : group.pupils() + group.adults();
    }

    String management(Registration registration) {
        return writer.at(registration.path());
    }

    static PublishedSession session(Registration registration, PublishedEvent event) {
        return event.sessions().stream()
                .filter(session -> session.id().equals(registration.session()))
                .findFirst()
                .orElseThrow();
    }

    /// What is kept for whom, in one sentence.
    static String kept(Registration registration, PublishedEvent event) {
        var seats = French.count(registration.seats(), "place est gardée", "places sont gardées");
        var group = registration.schoolClass();
        if (group == null) {
            return registration.kind() == Registration.Kind.PUPIL
                    ? "L'inscription de %s est confirmée : %s.".formatted(registration.firstName(), seats)
                    : "Votre inscription est confirmée : %s.".formatted(seats);
        }
        var people = "%s et %s"
                .formatted(
                        French.count(group.pupils(), "élève", "élèves"),
                        French.count(group.adults(), "accompagnateur", "accompagnateurs"));
        return event.format() == Format.AT_SCHOOL
                ? "La venue de l'organisateur dans la classe %s est réservée (%s).".formatted(group.name(), people)
                : "La classe %s est inscrite : %s (%s).".formatted(group.name(), seats, people);
    }

    List<Letter.Fact> facts(Registration registration, PublishedEvent event) {
        var facts = new ArrayList<Letter.Fact>();
        facts.add(new Letter.Fact("Événement", event.title(), page(event)));
        facts.add(when(registration, event));
        facts.add(where(event));
        var link = event.link();
        if (link != null && !link.isBlank()) {
            facts.add(new Letter.Fact("Pour suivre en ligne", link, link));
        }
        if (event.format() == Format.ON_SITE || event.format() == Format.HYBRID) {
            facts.add(ticket(registration));
        }
        facts.add(contact(event));
        return facts;
    }

    private Letter.Fact ticket(Registration registration) {
        var page = writer.at(registration.path() + "/billet");
        return new Letter.Fact("Billet à montrer à l'accueil", page, page);
    }

    static Letter.Fact where(PublishedEvent event) {
        return new Letter.Fact("Où", event.place().isBlank() ? event.format().french() : event.place());
    }

    static Letter.Fact when(Registration registration, PublishedEvent event) {
        var session = session(registration, event);
        return new Letter.Fact("Quand", event.span(session));
    }

    static Letter.Fact contact(PublishedEvent event) {
        return new Letter.Fact("Une question", event.contactMail(), "mailto:" + event.contactMail());
    }

    Letter.Fact link(Registration registration, PublishedEvent event) {
        var session = session(registration, event);
        return new Letter.Fact(event.title(), event.span(session), management(registration));
    }

    private String page(PublishedEvent event) {
        return writer.at("/evenements/" + event.id().value());
    }
}
