package fr.preau.notification;

import fr.preau.event.ChangesRequested;
import fr.preau.event.EventId;
import fr.preau.event.EventPublished;
import fr.preau.event.EventRejected;
import fr.preau.event.Events;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who publish for an organisation what moderators decided.
@Component
class EventNews {
    private static final String WHY =
            "Vous recevez ce message parce que vous publiez des événements pour votre organisation.";
    private static final String KEPT = "Les échanges avec la modération sont gardés avec l'événement.";

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Events events;

    EventNews(Outbox outbox, LetterWriter writer, Events events) {
        this.outbox = outbox;
        this.writer = writer;
        this.events = events;
    }

    @EventListener
    void on(ChangesRequested news) {
        var letter = Letter.titled("À revoir avant publication : " + news.title())
                .says("La modération a lu votre événement et demande un changement avant de le publier.")
                .facts(List.of(new Letter.Fact("Motif", news.reason())))
                .quotes(news.sentence())
                .says("Corrigez l'événement, puis envoyez-le de nouveau.")
                .offers("Revoir l'événement", workshop(news.event()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.CHANGES_REQUESTED, letter, news.event());
    }

    @EventListener
    void on(EventRejected news) {
        var letter = Letter.titled("Événement refusé : " + news.title())
                .says("La modération a lu votre événement et ne le publie pas.")
                .facts(List.of(new Letter.Fact("Motif", news.reason())))
                .quotes(news.sentence())
                .says("Une version déjà publiée, s'il y en a une, reste en ligne telle quelle.")
                .offers("Voir l'événement", workshop(news.event()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.EVENT_REJECTED, letter, news.event());
    }

    @EventListener
    void on(EventPublished news) {
        var title = events.find(news.event()).orElseThrow().title();
        var letter = Letter.titled((news.first() ? "Publié : " : "Nouvelle version en ligne : ") + title)
                .says(
                        news.first()
                                ? "Votre événement est validé : tout le monde peut le trouver, et les inscriptions suivent leur calendrier."
                                : "Votre nouvelle version est validée et remplace la précédente. Les personnes inscrites sont prévenues si la date, le lieu ou le lien ont changé.")
                .offers("Voir la page", writer.at("/evenements/" + news.event().value()))
                .because(WHY, KEPT);
        toAll(news.organiserMails(), Kind.EVENT_PUBLISHED, letter, news.event());
    }

    private void toAll(List<String> mails, Kind kind, Letter letter, EventId event) {
        mails.stream()
                .distinct()
                .forEach(mail -> outbox.add(Mail.of(kind, mail, letter).about(event.value())));
    }

    private String workshop(EventId event) {
        return writer.at("/espace/evenements/" + event.value());
    }
}
