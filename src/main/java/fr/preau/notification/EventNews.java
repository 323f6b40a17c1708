package fr.preau.notification;

import fr.preau.account.Accounts;
import fr.preau.event.CancelledByModerators;
import fr.preau.event.ChangesRequested;
import fr.preau.event.EventHandedOver;
import fr.preau.event.EventId;
import fr.preau.event.EventOffered;
import fr.preau.event.EventPublished;
import fr.preau.event.EventRejected;
import fr.preau.event.Events;
import fr.preau.event.HandoverDeclined;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who publish for an organisation what moderators decided, and those whom an event is offered to.
@Component
class EventNews {
    private static final String WHY =
            "Vous recevez ce message parce que vous publiez des événements pour votre organisation.";
    private static final String KEPT = "Les échanges avec la modération sont gardés avec l'événement.";

    private final Outbox outbox;
    private final LetterWriter writer;
    private final Events events;
    private final Accounts accounts;

    EventNews(Outbox outbox, LetterWriter writer, Events events, Accounts accounts) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.writer = writer;
        this.events = events;
    }

    @EventListener
    void on(ChangesRequested news) {
        var letter = Letter.titled((news.published() ? "À revoir : " : "À revoir avant publication : ") + news.title())
                .says(
                        news.published()
                                ? "La modération demande un changement à votre événement. En attendant, la version en ligne reste visible et les inscriptions continuent."
                                : "La modération a lu votre événement et demande un changement avant de le publier.")
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

    @EventListener
    void on(CancelledByModerators news) {
        var letter = Letter.titled("Annulé par la modération : " + news.title())
                .says(
                        "La modération a annulé votre événement : il n'aura pas lieu. Sa page le dit, et les personnes inscrites reçoivent un message avec la raison.")
                .facts(List.of(
                        new Letter.Fact("Motif", news.reason()), new Letter.Fact("Décidé par", news.authority())))
                .quotes(news.sentence())
                .says(
                        "Une annulation ne se défait pas. Si ce qui n'allait pas peut être corrigé, dupliquez l'événement, corrigez-le et proposez-le de nouveau.")
                .offers("Voir l'événement", workshop(news.event()))
                .because(WHY, KEPT);
        toAll(news.mails(), Kind.EVENT_CANCELLED, letter, news.event());
    }

    @EventListener
    void on(EventOffered news) {
        var letter = Letter.titled("Un événement vous est proposé : " + news.title())
                .says(
                        "La modération vous propose de reprendre cet événement : s'il devient le vôtre, vous le modifiez, vous voyez qui est inscrit et vous l'accueillez.")
                .facts(List.of(
                        new Letter.Fact("Proposé par", news.authority()),
                        new Letter.Fact("Réponse attendue", "jusqu'au " + Moments.at(news.until()))))
                .quotes(news.sentence())
                .says("Acceptez ou refusez sur sa page. Sans réponse, rien ne change.")
                .offers("Répondre", writer.at("/espace/reprises/" + news.offer()))
                .because(
                        "Vous recevez ce message parce que la modération a choisi cette adresse, ou l'organisation pour laquelle vous publiez.",
                        "La proposition est effacée quinze jours après, sauf réponse avant.");
        toAll(news.mails(), Kind.EVENT_OFFERED, letter, news.event());
    }

    @EventListener
    void on(EventHandedOver news) {
        var handed = Letter.titled("Confié à une autre organisation : " + news.title());
        var former = handed.says(
                        "La modération a confié cet événement à %s, qui l'a accepté : vous n'y avez plus accès, et rien n'est plus à faire de votre part."
                                .formatted(news.to()))
                .offers("Voir la page", writer.at("/evenements/" + news.event().value()))
                .because(WHY, KEPT);
        var owner = handed.says("%s a repris cet événement. Relisez sa page, le contact donné et la liste des inscrits."
                        .formatted(news.to()))
                .offers("Ouvrir l'événement", workshop(news.event()))
                .because(WHY, KEPT);
        toAll(news.former(), Kind.EVENT_OFFERED, former, news.event());
        toAll(
                news.mails().stream()
                        .filter(mail -> !news.former().contains(mail))
                        .toList(),
                Kind.EVENT_OFFERED,
                owner,
                news.event());
    }

    @EventListener
    void on(HandoverDeclined news) {
        var letter = Letter.titled("Proposition refusée : " + news.title())
                .says("%s ne reprend pas cet événement. Vous pouvez le confier à quelqu'un d'autre, ou l'annuler."
                        .formatted(news.who()))
                .offers("Voir l'événement", writer.at("/espace/moderation/" + news.event().value()))
                .because("Vous recevez ce message parce que vous avez fait cette proposition.", KEPT);
        accounts.find(news.offeredBy())
                .ifPresent(person -> toAll(List.of(person.mail()), Kind.EVENT_OFFERED, letter, news.event()));
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
