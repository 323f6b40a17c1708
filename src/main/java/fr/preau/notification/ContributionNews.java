package fr.preau.notification;

import fr.preau.contribution.AuthorTold;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells those who contributed online, and left an address, what becomes of it.
@Component
class ContributionNews {
    static final String WHY =
            "Vous recevez ce message parce que cette adresse a été donnée avec une contribution en ligne.";
    private static final String KEPT =
            "Votre adresse est effacée une fois la synthèse annoncée, un an après votre contribution au plus.";

    private final Outbox outbox;
    private final LetterWriter writer;

    ContributionNews(Outbox outbox, LetterWriter writer) {
        this.outbox = outbox;
        this.writer = writer;
    }

    @EventListener
    void on(AuthorTold news) {
        var letter = Letter.titled("%s : %s".formatted(subject(news), news.consultation()))
                .says(sentence(news))
                .quotes(news.reason())
                .offers(
                        news.what() == AuthorTold.What.RECEIVED
                                ? "Garder ou retirer ma contribution"
                                : "Ma contribution",
                        writer.at(news.path()))
                .because(WHY, KEPT);
        outbox.add(
                Mail.of(Kind.CONTRIBUTION, news.mail(), letter).about(news.id().value()));
    }

    private static String subject(AuthorTold news) {
        return switch (news.what()) {
            case RECEIVED -> "Votre contribution est reçue";
            case PUBLISHED -> "Votre contribution est publiée";
            case HIDDEN -> "Votre contribution n'est plus visible";
            case WITHDRAWN -> "Votre contribution est retirée";
        };
    }

    private static String sentence(AuthorTold news) {
        return switch (news.what()) {
            case RECEIVED ->
                "Votre contribution %s est reçue. La coordination de votre territoire la lit, puis elle est publiée. Gardez ce lien : lui seul permet de la retirer."
                        .formatted(news.reference());
            case PUBLISHED ->
                "Votre contribution %s est lue et publiée. Un message vous dira ce que la synthèse en a fait."
                        .formatted(news.reference());
            case HIDDEN ->
                "Votre contribution %s a été lue par la coordination, et ne se lit plus. En voici la raison."
                        .formatted(news.reference());
            case WITHDRAWN ->
                "Comme vous l'avez demandé, le texte de votre contribution %s est effacé partout où il se lisait. Votre adresse aussi."
                        .formatted(news.reference());
        };
    }
}
