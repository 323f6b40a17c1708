package fr.preau.notification;

import fr.preau.consultation.Invitees;
import fr.preau.consultation.PartyTold;
import fr.preau.consultation.PartyTold.Place;
import fr.preau.consultation.PartyTold.What;
import fr.preau.consultation.Session;
import fr.preau.consultation.Sessions;
import fr.preau.contribution.ReportFiled;
import fr.preau.web.French;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who take part in a consultation that their wishes are received, which workshop is kept, and what
/// changes.
@Component
class ConsultationNews {
    private static final String WHY =
            "Vous recevez ce message parce que cette adresse a été donnée pour une session de consultation.";
    private static final String KEPT = "Votre adresse est effacée trente jours après la session.";

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Sessions sessions;
    private final Invitees invitees;
    private final SessionFiles files;

    ConsultationNews(Outbox outbox, LetterWriter writer, Sessions sessions, Invitees invitees, SessionFiles files) {
        this.files = files;
        this.outbox = outbox;
        this.writer = writer;
        this.sessions = sessions;
        this.invitees = invitees;
    }

    /// Who was in the room may say what the report left out.
    @EventListener
    void on(ReportFiled news) {
        var workshop = sessions.workshop(news.workshop()).orElseThrow();
        var zone = sessions.find(workshop.session()).orElseThrow().zone();
        var letter = Letter.titled("Ce qui a été dit dans votre atelier : " + workshop.title())
                .says(
                        "La personne qui rapportait a déposé ce qui a été dit. Vous pouvez le lire, et faire une remarque jusqu'au %s."
                                .formatted(French.moment(news.remarksUntil().atZone(zone))))
                .offers("Lire le compte rendu", writer.at(news.path()))
                .because(WHY, KEPT);
        invitees.of(workshop.id())
                .forEach(mail -> outbox.add(Mail.of(Kind.CONSULTATION, mail, letter)
                        .about(workshop.id().value())
                        .usefulUntil(news.remarksUntil())));
    }

    @EventListener
    void on(PartyTold news) {
        var kind = news.what() == What.RECEIVED || news.what() == What.KNOWN ? Kind.WISHES_RECEIVED : Kind.CONSULTATION;
        var mail = Mail.of(kind, news.mail(), letter(news))
                .about(news.party())
                .leftAt(writer.at(news.path() + "/effacement"));
        // Whoever gave an address that was known may not be its owner: they put nothing in their calendar.
        outbox.add(
                news.what() == What.KNOWN
                        ? mail
                        : mail.with(files.of(news, description(news), writer.at(news.path()))));
    }

    private String description(PartyTold news) {
        var facts = facts(news).stream()
                .map(fact -> fact.name() + " : " + fact.value())
                .collect(Collectors.joining("\n"));
        return "%s\n\n%s\n\n%s".formatted(facts, news.session().where().instructions(), writer.at(news.path()));
    }

    private Letter letter(PartyTold news) {
        var session = news.session();
        return Letter.titled(subject(news.what()) + " : " + session.title())
                .says(sentence(news.what(), session))
                .facts(facts(news))
                .quotes(
                        "Consignes pratiques :",
                        news.what() == What.CANCELLED ? "" : session.where().instructions())
                .offers(action(news.what()), writer.at(news.path()))
                .because(WHY, KEPT);
    }

    private static String subject(What what) {
        return switch (what) {
            case RECEIVED -> "Vos vœux sont reçus";
            case KNOWN -> "Votre lien d'inscription";
            case SEATED -> "Votre atelier";
            case GAINED -> "Une place que vous préfériez";
            case RESEATED -> "Votre atelier est annulé";
            case CHANGED -> "Votre inscription a changé";
            case MOVED -> "Changement pratique";
            case CANCELLED -> "Session annulée";
        };
    }

    private static String sentence(What what, Session session) {
        return switch (what) {
            case RECEIVED ->
                session.state() == Session.State.SEATED
                        ? "Votre place est réservée. Gardez ce lien : il ouvre votre inscription, sans compte."
                        : "Vos vœux sont enregistrés. Vous pouvez les changer jusqu'au %s ; un message vous dira ensuite l'atelier retenu."
                                .formatted(French.moment(
                                        session.joining().closesAt().atZone(session.zone())));
            case KNOWN ->
                "Quelqu'un, sans doute vous, a de nouveau donné cette adresse. Elle était déjà inscrite : rien n'a changé. Voici le lien de votre inscription.";
            case SEATED ->
                "Les places sont attribuées. Le lien ci-dessous dit aussi pourquoi, et comment le vérifier vous-même.";
            case GAINED ->
                "Une place s'est libérée, et vous la préfériez à la vôtre : elle est à vous. Personne n'y perd.";
            case RESEATED ->
                "L'atelier où vous aviez une place n'aura pas lieu. Voici ce que vos autres vœux ont pu donner ; s'il n'y a rien, le lien montre les places libres.";
            case CHANGED -> "Voici votre inscription telle qu'elle est maintenant.";
            case MOVED -> "Le jour, l'heure, le lieu ou la salle a changé. Voici ce qu'il faut retenir.";
            case CANCELLED -> "Cette session n'aura pas lieu. Vous n'avez rien à faire.";
        };
    }

    private static String action(What what) {
        return switch (what) {
            case SEATED, GAINED, RESEATED -> "Voir ma place, et pourquoi";
            case RECEIVED, KNOWN, CHANGED, MOVED, CANCELLED -> "Ouvrir mon inscription";
        };
    }

    private static List<Letter.Fact> facts(PartyTold news) {
        var session = news.session();
        var facts = new ArrayList<Letter.Fact>();
        facts.add(new Letter.Fact("Quand", French.span(session.starts(), session.ends())));
        facts.add(new Letter.Fact(
                "Où", session.where().host() + ", " + session.where().place()));
        if (!session.where().video().isEmpty()) {
            facts.add(new Letter.Fact(
                    "Plénière à distance",
                    session.where().video(),
                    session.where().video()));
        }
        if (session.state() == Session.State.SEATED) {
            news.people().forEach(place -> facts.addAll(seat(place)));
        }
        return facts;
    }

    private static List<Letter.Fact> seat(Place place) {
        var name = French.sentence(place.label());
        if (place.workshop() == null) {
            return List.of(new Letter.Fact(
                    name,
                    place.awaits()
                            ? "pas encore de place : le contrôle indépendant a retenu le calcul de ces ateliers. Il sera refait avec les mêmes vœux et le même tirage, et un message vous dira le résultat"
                            : "aucun de vos vœux n'avait de place ; le lien montre s'il en reste ailleurs"));
        }
        var rank = place.rank();
        var how = rank == null
                ? "une place libre que vous n'aviez pas demandée"
                : rank == 1 ? "votre premier vœu" : "votre vœu numéro %d sur %d".formatted(rank, place.wishes());
        var facts = new ArrayList<Letter.Fact>();
        facts.add(new Letter.Fact(
                name, place.workshop() + (place.room().isEmpty() ? "" : ", " + place.room()) + " (" + how + ")"));
        if (!place.video().isEmpty()) {
            facts.add(new Letter.Fact("À distance", place.video(), place.video()));
        }
        return facts;
    }
}
