package fr.preau.notification;

import fr.preau.event.Format;
import fr.preau.event.PublishedEvent;
import fr.preau.registration.Ahead;
import fr.preau.registration.OrganiserReminderDue;
import fr.preau.registration.OrganiserReminderDue.Turnout;
import fr.preau.web.French;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What an organiser is told when a day of theirs draws near: who comes, in numbers, and what is left to do.
@Component
class OrganiserLetters {
    private final LetterWriter writer;

    OrganiserLetters(LetterWriter writer) {
        this.writer = writer;
    }

    Letter reminder(OrganiserReminderDue news) {
        var event = news.event();
        var day = news.sessions().getFirst().session().start().toLocalDate();
        var letter = Letter.titled("Qui vient le %s : %s".formatted(French.shortDay(day), event.title()))
                .says("Votre événement a lieu le %s. Voici qui est inscrit, séance par séance."
                        .formatted(French.day(day)))
                .facts(news.sessions().stream()
                        .map(turnout -> new Letter.Fact(hours(turnout, event), numbers(turnout, event)))
                        .toList());
        if (news.ahead() == Ahead.EVE) {
            letter = letter.facts(news.sessions().stream().map(this::desk).toList());
        }
        for (var sentence : toDo(news)) {
            letter = letter.says(sentence);
        }
        return letter.offers("Ouvrir la liste des inscrits", writer.at(list(event)))
                .because(
                        "Vous recevez ce rappel une semaine avant et la veille, parce que vous publiez cet événement ou qu'il vous donne comme contact.",
                        "Ce message ne contient que des nombres.");
    }

    private static String hours(Turnout turnout, PublishedEvent event) {
        var session = turnout.session();
        return "%s – %s%s"
                .formatted(
                        French.hour(session.start().toLocalTime()),
                        French.hour(session.end().toLocalTime()),
                        event.clock(session.start().getZone()));
    }

    /// Where those who come are checked in.
    private Letter.Fact desk(Turnout turnout) {
        var session = turnout.session();
        var page = writer.at("/espace/evenements/%s/seances/%s/accueil"
                .formatted(session.event().value(), session.id().value()));
        return new Letter.Fact("Accueil à " + French.hour(session.start().toLocalTime()), page, page);
    }

    private static String numbers(Turnout turnout, PublishedEvent event) {
        var session = turnout.session();
        if (event.format() == Format.AT_SCHOOL) {
            return "%s sur %s."
                    .formatted(
                            French.count(session.taken(), "visite prise", "visites prises"),
                            French.number(session.capacity()));
        }
        return "%s, %s, %s. %s sur %s, %s%s."
                .formatted(
                        French.count(turnout.classes(), "classe", "classes"),
                        French.count(turnout.pupils(), "élève seul", "élèves seuls"),
                        French.count(turnout.adults(), "famille ou adulte", "familles ou adultes"),
                        French.count(session.taken(), "place prise", "places prises"),
                        French.number(session.capacity()),
                        French.count(Math.max(0, session.left()), "libre", "libres"),
                        session.waiting() == 0
                                ? ""
                                : ", " + French.count(session.waiting(), "demande en attente", "demandes en attente"));
    }

    private static List<String> toDo(OrganiserReminderDue news) {
        return Stream.of(needs(news), seats(news), instructions(news))
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }

    private static String needs(OrganiserReminderDue news) {
        var waiting = news.sessions().stream().mapToInt(Turnout::unanswered).sum();
        return waiting == 0
                ? ""
                : "%s d'accueil et %s votre réponse : répondez depuis la liste."
                        .formatted(
                                French.count(
                                        waiting, "classe a signalé des besoins", "classes ont signalé des besoins"),
                                waiting < 2 ? "attend" : "attendent");
    }

    private static String seats(OrganiserReminderDue news) {
        var left =
                news.sessions().stream().anyMatch(turnout -> turnout.session().left() > 0);
        return news.ahead() == Ahead.WEEK && left
                ? "Il reste de la place : partagez la page de l'événement, les établissements voisins ne la connaissent peut-être pas."
                : "";
    }

    private static String instructions(OrganiserReminderDue news) {
        return news.ahead() == Ahead.WEEK && news.event().instructions().isEmpty()
                ? "Votre page ne donne pas d'informations pratiques (ce qu'il faut apporter, par où entrer, qui demander) : ajoutez-les, les inscrits les recevront la veille."
                : "";
    }

    private static String list(PublishedEvent event) {
        return "/espace/evenements/%s/inscrits".formatted(event.id().value());
    }
}
